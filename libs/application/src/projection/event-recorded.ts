/** The only class on the EventBus: the lists now hold everything up to here. A nudge, never an obligation. */
export class EventRecorded {
  readonly logPosition: string;
  /** What kinds of thing were recorded since the nudge before this one. */
  readonly types: ReadonlySet<string>;
  constructor(logPosition: string, types: ReadonlySet<string>) {
    this.logPosition = logPosition;
    this.types = types;
  }
}
