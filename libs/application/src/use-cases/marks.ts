/** What fields of classes are marked with by their decorators: what kind of thing a field names, what kind of date it is. */
export class Marks<Kind> {
  private readonly own = new WeakMap<object, Map<string, Kind>>();
  /** With those of the classes it extends. Every command asks, and they are all known once the class is. */
  private readonly all = new WeakMap<object, ReadonlyMap<string, Kind>>();

  /** Marks a field with it. */
  decorator(kind: Kind): PropertyDecorator {
    return (prototype, field) => {
      const fields = this.own.get(prototype) ?? new Map<string, Kind>();
      this.own.set(prototype, fields.set(String(field), kind));
    };
  }

  /** By the names of the fields. @param holder a prototype, or something of its class */
  of(holder: object): ReadonlyMap<string, Kind> {
    const prototype = Object.hasOwn(holder, 'constructor') ? holder : (Object.getPrototypeOf(holder) as object);
    let fields = this.all.get(prototype);
    if (!fields) {
      const collected = new Map<string, Kind>();
      for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) {
        // What a class says goes before what it extends said.
        for (const [field, kind] of this.own.get(at) ?? []) if (!collected.has(field)) collected.set(field, kind);
      }
      this.all.set(prototype, (fields = collected));
    }
    return fields;
  }
}
