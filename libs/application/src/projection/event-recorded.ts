/** The only class on the EventBus: the lists now hold everything up to here. A nudge, never an obligation. */
export class EventRecorded {
  readonly logPosition: string;
  constructor(logPosition: string) {
    this.logPosition = logPosition;
  }
}
