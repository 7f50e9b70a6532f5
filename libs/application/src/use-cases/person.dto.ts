import { EveryCommandDto } from './every-command.dto.ts';
import { Email, Flag, Optional, Words } from './fields.ts';

export class RegisterPersonDto extends EveryCommandDto {
  /** The person's name */
  @Words(200)
  name!: string;

  /** The address mails go to */
  @Optional()
  @Email()
  email?: string;

  /** A telephone number */
  @Optional()
  @Words(50)
  telephone?: string;

  /** Stands for somebody who is not known */
  @Optional()
  @Flag()
  placeholder?: boolean;
}

export class CorrectPersonDetailsDto extends EveryCommandDto {
  /** The right name */
  @Optional()
  @Words(200)
  name?: string;

  /** The right address */
  @Optional()
  @Email()
  email?: string;

  /** There is no address, or it must not be written to */
  @Optional()
  @Flag()
  noEmail?: boolean;

  /** The right telephone number */
  @Optional()
  @Words(50)
  telephone?: string;

  /** There is no telephone number */
  @Optional()
  @Flag()
  noTelephone?: boolean;

  /** What was wrong and why */
  @Words()
  correctionReason!: string;
}

export class AddPersonAliasDto extends EveryCommandDto {
  /** Another name or spelling of the same person */
  @Words(200)
  alias!: string;

  /** Where it was found, quoted */
  @Optional()
  @Words(500)
  where?: string;
}
