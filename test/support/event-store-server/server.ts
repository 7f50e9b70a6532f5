/**
 * An event store server for tests, on the wire like the real one: it speaks the client's own protocol by the client's own
 * generated code. It keeps its events across a kill, and can be made to fail as servers and networks do. Where it differs
 * from a real EventStoreDB 23.10.8 it is wrong.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import gossipCalls from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import featuresCalls from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import streamsCalls from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import grpc from '@grpc/grpc-js';
import type { sendUnaryData, ServerDuplexStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import { Front, type Tls } from './front.ts';
import { appendBytesMax, KeptLog, type Answer, type Expected, type Kept, type Proposed } from './kept-log.ts';

/** Who may do what, as the real server's access lists say it once its operator has set them. */
export interface Account {
  readonly password: string;
  /** Writes to the server's own streams, deletes and scavenges. */
  readonly isOperator?: boolean;
}

export interface ServerOptions {
  readonly log?: KeptLog;
  readonly port?: number;
  readonly tls?: Tls;
  /** Without any, everybody may do everything: the server runs insecurely. */
  readonly accounts?: Readonly<Record<string, Account>>;
  /** It is no leader: whoever asks for one is sent to this. */
  readonly leader?: EventStoreServer;
  readonly scavengeMs?: number;
  /** The server takes a client's deadline for an instant and looks at its own clock, which runs so far ahead. */
  readonly clockAheadMs?: number;
}

/** What becomes of an append besides the usual. */
export type Lie =
  /** It is written, and the answer is lost. */
  | 'written, no answer'
  | 'not written, no answer'
  | 'written, answered as timed out'
  | 'not written, answered as timed out'
  | 'not written, answered as not ready'
  | 'written, then killed'
  | 'written, answered late';

type ReadResp = InstanceType<typeof streams.ReadResp>;
type ReadReq = InstanceType<typeof streams.ReadReq>;
type Reading = ServerWritableStream<ReadReq, ReadResp | Buffer>;
type DeletingCall = ServerUnaryCall<
  InstanceType<typeof streams.DeleteReq> | InstanceType<typeof streams.TombstoneReq>,
  unknown
>;
type BatchAppendReq = InstanceType<typeof streams.BatchAppendReq>;
type BatchAppendResp = InstanceType<typeof streams.BatchAppendResp>;

const pageSize = 32;
const leader = 8;

export class EventStoreServer {
  readonly log: KeptLog;
  port = 0;
  /** Calls that read or subscribe and are open now. */
  openReads = 0;
  /** Events sent to subscribers, whether or not they have arrived. */
  sent = 0;
  /** Calls of each kind since the beginning. */
  readonly calls: Record<string, number> = {};
  scavengeResult = 'Success';
  lateMs = 300;

  private readonly options: ServerOptions;
  private readonly lies: Lie[] = [];
  private grpcServer: grpc.Server | undefined;
  private front: Front | undefined;
  private dropping = new AbortController();
  private dropped: Error | undefined;

  private constructor(options: ServerOptions) {
    this.options = options;
    this.log = options.log ?? new KeptLog();
  }

  static async start(options: ServerOptions = {}): Promise<EventStoreServer> {
    const server = new EventStoreServer(options);
    await server.start(options.port ?? 0);
    return server;
  }

  /** Where clients find it. */
  get url(): string {
    return this.options.tls === undefined ? `esdb://127.0.0.1:${this.port}?tls=false` : `esdb://localhost:${this.port}`;
  }

  /** At the port it had. */
  async restart(): Promise<void> {
    await this.start(this.port);
  }

  async kill(): Promise<void> {
    await this.front?.kill();
    this.grpcServer?.forceShutdown();
  }

  blackHole(): void {
    this.front?.blackHole();
  }

  endBlackHole(): void {
    this.front?.endBlackHole();
  }

  /** The next appends go wrong, one each. */
  lie(...lies: Lie[]): void {
    this.lies.push(...lies);
  }

  /** Ends every subscription that runs now: well, or with an error. */
  dropSubscriptions(error?: Error): void {
    this.dropped = error;
    this.dropping.abort();
    this.dropping = new AbortController();
  }

  private async start(port: number): Promise<void> {
    const server = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    server.addService(service, {
      read: (call: Reading) => void this.read(call),
      append: () => {},
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => this.batchAppend(call),
      delete: (call: DeletingCall, answer: sendUnaryData<unknown>) => this.delete(call, answer, 'soft'),
      tombstone: (call: DeletingCall, answer: sendUnaryData<unknown>) => this.delete(call, answer, 'hard'),
    });
    server.addService(gossipCalls.GossipService, {
      read: (_: unknown, answer: sendUnaryData<unknown>) => answer(null, this.members()),
    });
    server.addService(featuresCalls.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<unknown>) => answer(null, supported()),
    });
    const grpcPort = await new Promise<number>((resolve, reject) =>
      server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      ),
    );
    this.grpcServer = server;
    this.front = await Front.open(
      port,
      grpcPort,
      (request, response) => this.http(request, response),
      this.options.tls,
    );
    this.port = this.front.port;
  }

  // Appending

  private batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    this.count('batchAppend');
    const notHere = this.notLeader(call.metadata);
    if (notHere !== undefined) {
      call.emit('error', notHere);
      return;
    }
    const parts = new Map<
      string,
      { options: InstanceType<typeof streams.BatchAppendReq.Options>; events: Proposed[] }
    >();
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()!.getString();
      const options = request.getOptions();
      const part = parts.get(id) ?? { options: options!, events: [] };
      parts.set(id, part);
      part.events.push(...request.getProposedMessagesList().map(proposedOf));
      if (!request.getIsFinal()) return;
      parts.delete(id);
      void this.appendOne(call, id, part);
    });
    call.on('error', () => {});
    call.on('end', () => call.end());
  }

  private async appendOne(
    call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
    id: string,
    { options, events }: { options: InstanceType<typeof streams.BatchAppendReq.Options>; events: Proposed[] },
  ): Promise<void> {
    const stream = nameOf(options);
    const answer = new streams.BatchAppendResp();
    answer.setCorrelationId(uuidOf(id));
    answer.setStreamIdentifier(identifierOf(stream));
    const account = this.accountOf(call.metadata);
    if (account === 'nobody' || (stream.startsWith('$') && !account.isOperator)) {
      answer.setError(statusOf('AccessDenied', new shared.AccessDenied()));
      call.write(answer);
      return;
    }
    const until = options.getDeadline()?.toDate().getTime();
    if (until !== undefined && until <= Date.now() + (this.options.clockAheadMs ?? 0)) {
      answer.setError(statusOf('Timeout', new shared.Timeout()));
      call.write(answer);
      return;
    }
    const lie = this.lies.shift();
    if (lie === 'not written, no answer') return;
    if (lie?.startsWith('not written')) {
      answer.setError(lie.endsWith('ready') ? notReady() : statusOf('Timeout', new shared.Timeout()));
      call.write(answer);
      return;
    }
    const became = this.log.append(stream, expectedOf(options), events);
    if (lie === 'written, no answer') return;
    if (lie === 'written, then killed') {
      await this.kill();
      return;
    }
    if (lie === 'written, answered late') await pause(this.lateMs);
    if (lie === 'written, answered as timed out') answer.setError(statusOf('Timeout', new shared.Timeout()));
    else fill(answer, became, expectedOf(options));
    call.write(answer);
  }

  private delete(call: DeletingCall, answer: sendUnaryData<unknown>, how: 'soft' | 'hard'): void {
    this.count(how === 'hard' ? 'tombstone' : 'delete');
    const options = call.request.getOptions()!;
    const stream = nameOf(options);
    const account = this.accountOf(call.metadata);
    if (account === 'nobody') return answer(unauthenticated());
    if (!account.isOperator) return answer(accessDenied());
    const expected = expectedOf(options);
    const became = how === 'hard' ? this.log.tombstone(stream, expected) : this.log.delete(stream);
    if (became.outcome === 'stream deleted') return answer(streamDeleted(stream));
    if (became.outcome !== 'written') {
      const actual = became.outcome === 'wrong expected version' ? became.actual : -1n;
      const trailers = { 'expected-version': String(expected), 'actual-version': String(actual) };
      return answer(
        failure(grpc.status.FAILED_PRECONDITION, 'wrong-expected-version', { 'stream-name': stream, ...trailers }),
      );
    }
    const done = how === 'hard' ? new streams.TombstoneResp() : new streams.DeleteResp();
    const position = how === 'hard' ? new streams.TombstoneResp.Position() : new streams.DeleteResp.Position();
    position.setCommitPosition(String(became.position)).setPreparePosition(String(became.position));
    done.setPosition(position);
    answer(null, done);
  }

  // Reading

  private async read(call: Reading): Promise<void> {
    this.openReads += 1;
    const gone = new AbortController();
    const leave = (): void => {
      if (gone.signal.aborted) return;
      this.openReads -= 1;
      gone.abort();
    };
    for (const event of ['cancelled', 'close', 'finish', 'error']) call.on(event, leave);
    try {
      if (this.accountOf(call.metadata) === 'nobody') throw unauthenticated();
      const notHere = this.notLeader(call.metadata);
      if (notHere !== undefined) throw notHere;
      const options = call.request.getOptions()!;
      if (options.hasSubscription()) await this.subscription(call, options, gone.signal);
      else if (options.hasStream()) await this.readStream(call, options, gone.signal);
      else await this.readAll(call, options, gone.signal);
      call.end();
    } catch (error) {
      if (!gone.signal.aborted) call.emit('error', error);
    }
  }

  private async readStream(
    call: Reading,
    options: InstanceType<typeof streams.ReadReq.Options>,
    gone: AbortSignal,
  ): Promise<void> {
    this.count('readStream');
    const asked = options.getStream()!;
    const name = nameOf(asked);
    const found = this.log.read(name);
    if (found === 'deleted') throw streamDeleted(name);
    if (found === 'not found') {
      const notFound = new streams.ReadResp.StreamNotFound();
      notFound.setStreamIdentifier(identifierOf(name));
      const answer = new streams.ReadResp();
      answer.setStreamNotFound(notFound);
      call.write(answer);
      return;
    }
    const isBackwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const from = asked.hasRevision() ? BigInt(asked.getRevision()) : asked.hasStart() ? 0n : undefined;
    const events = isBackwards
      ? found.filter(({ revision }) => from === undefined || revision <= from).reverse()
      : found.filter(({ revision }) => from !== undefined && revision >= from);
    await send(call, events.slice(0, Number(options.getCount())), gone);
  }

  private async readAll(
    call: Reading,
    options: InstanceType<typeof streams.ReadReq.Options>,
    gone: AbortSignal,
  ): Promise<void> {
    this.count('readAll');
    const { events } = this.log;
    const asked = options.getAll()!;
    const at = asked.hasPosition() ? Number(asked.getPosition()!.getCommitPosition()) : undefined;
    const isBackwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const count = Number(options.getCount());
    const last = events.at(-1)?.position ?? 0;
    if (at !== undefined && !this.log.isPlace(at) && (isBackwards || at < last)) {
      throw failure(grpc.status.UNKNOWN, undefined, {}, 'Unexpected ReadAllResult: Error');
    }
    if (isBackwards) {
      const end = asked.hasStart() ? 0 : at === undefined ? events.length : this.log.indexOf(at);
      await send(call, events.slice(Math.max(0, end - count), end).reverse(), gone);
    } else {
      const begin = asked.hasEnd() ? events.length : at === undefined ? 0 : this.log.indexOf(at);
      await send(call, events.slice(begin, begin + count), gone);
    }
  }

  private async subscription(
    call: Reading,
    options: InstanceType<typeof streams.ReadReq.Options>,
    gone: AbortSignal,
  ): Promise<void> {
    this.count('subscribe');
    const dropping = this.dropping.signal;
    const over = AbortSignal.any([gone, dropping]);
    const asked = options.getAll()!;
    const last = this.log.events.at(-1)?.position ?? 0;
    let seenTo = asked.hasPosition() ? Number(asked.getPosition()!.getCommitPosition()) : asked.hasEnd() ? last : -1;
    if (asked.hasPosition() && !this.log.isPlace(seenTo) && seenTo < last) {
      throw failure(grpc.status.UNKNOWN, undefined, {}, 'Exception was thrown by handler.');
    }
    const filter = options.getFilter();
    const isWanted = filterOf(filter);
    const interval = (filter?.getMax() || pageSize) * (filter?.getCheckpointintervalmultiplier() ?? 1);
    const confirmation = new streams.ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId(randomUUID());
    const confirmed = new streams.ReadResp();
    confirmed.setConfirmation(confirmation);
    call.write(confirmed);
    let considered = 0;
    let hasCaughtUp = false;
    while (!over.aborted) {
      const next = this.log.events[this.log.indexOf(seenTo + 1)];
      if (next === undefined) {
        if (!hasCaughtUp) {
          hasCaughtUp = true;
          const caughtUp = new streams.ReadResp();
          caughtUp.setCaughtUp(new streams.ReadResp.CaughtUp());
          await write(call, caughtUp, over);
        }
        // Something may have been written while the word was sent.
        if (this.log.indexOf(seenTo + 1) === this.log.events.length) await this.log.changed(over);
        continue;
      }
      seenTo = next.position;
      if (isWanted(next)) {
        this.sent += 1;
        await write(call, eventOf(next), over);
      }
      considered += 1;
      if (filter !== undefined && considered % interval === 0) {
        const checkpoint = new streams.ReadResp.Checkpoint();
        checkpoint.setCommitPosition(String(seenTo)).setPreparePosition(String(seenTo));
        const reached = new streams.ReadResp();
        reached.setCheckpoint(checkpoint);
        await write(call, reached, over);
      }
    }
    if (dropping.aborted && this.dropped !== undefined) throw this.dropped;
  }

  // Around it

  private accountOf(metadata: grpc.Metadata): Account | 'nobody' {
    return this.accountNamed(String(metadata.get('authorization')[0] ?? ''));
  }

  private accountNamed(authorization: string): Account | 'nobody' {
    if (this.options.accounts === undefined) return { password: '', isOperator: true };
    const named = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString();
    const [user, password] = [named.split(':', 1)[0] ?? '', named.slice(named.indexOf(':') + 1)];
    const account = this.options.accounts[user];
    return account !== undefined && account.password === password ? account : 'nobody';
  }

  private http(request: IncomingMessage, response: ServerResponse): void {
    const account = this.accountNamed(request.headers.authorization ?? '');
    const answer = (status: number, body: string): void => void response.writeHead(status).end(body);
    this.count(`${request.method} ${request.url}`);
    if (request.url === '/health/live') return answer(204, '');
    if (account === 'nobody' || !account.isOperator) return answer(401, '');
    if (request.url === '/gossip') {
      const node = { isAlive: true, state: 'Leader', httpEndPointIp: '127.0.0.1', httpEndPointPort: this.port };
      return answer(200, JSON.stringify({ members: [node] }));
    }
    if (request.method === 'POST' && request.url === '/admin/scavenge') {
      const scavengeId = this.log.scavenge(this.options.scavengeMs ?? 2, this.scavengeResult);
      return scavengeId === undefined
        ? answer(400, 'Scavenge is already running')
        : answer(200, JSON.stringify({ scavengeId }));
    }
    answer(404, '');
  }

  private members() {
    const endpoint = new gossip.EndPoint();
    endpoint.setAddress(this.options.tls === undefined ? '127.0.0.1' : 'localhost').setPort(this.port);
    const member = new gossip.MemberInfo();
    member.setInstanceId(uuidOf(randomUUID())).setState(leader).setIsAlive(true).setHttpEndPoint(endpoint);
    const cluster = new gossip.ClusterInfo();
    cluster.setMembersList([member]);
    return cluster;
  }

  private notLeader(metadata: grpc.Metadata): Error | undefined {
    const { leader } = this.options;
    if (leader === undefined || metadata.get('requires-leader')[0] !== 'true') return undefined;
    const trailers = { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(leader.port) };
    return failure(grpc.status.NOT_FOUND, 'not-leader', trailers, 'Leader info available');
  }

  private count(what: string): void {
    this.calls[what] = (this.calls[what] ?? 0) + 1;
  }
}

// On the wire

/** An event is written out once, however often it is read. */
const service = {
  ...streamsCalls.StreamsService,
  read: {
    ...streamsCalls.StreamsService.read,
    responseSerialize: (answer: ReadResp | Buffer) =>
      Buffer.isBuffer(answer) ? answer : Buffer.from(answer.serializeBinary()),
  },
};
const writtenOut = new WeakMap<Kept, Buffer>();

async function send(call: Reading, events: readonly Kept[], gone: AbortSignal): Promise<void> {
  for (const event of events) {
    if (gone.aborted) return;
    await write(call, eventOf(event), gone);
  }
}

async function write(call: Reading, answer: ReadResp | Buffer, gone: AbortSignal): Promise<void> {
  if (!call.write(answer)) await once(call, 'drain', { signal: gone }).catch(() => {});
}

function eventOf(kept: Kept): Buffer {
  const before = writtenOut.get(kept);
  if (before !== undefined) return before;
  const position = String(kept.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuidOf(kept.id));
  recorded.setStreamIdentifier(identifierOf(kept.stream));
  recorded.setStreamRevision(String(kept.revision)).setCommitPosition(position).setPreparePosition(position);
  const { type, contentType, created } = kept;
  recorded.getMetadataMap().set('type', type).set('content-type', contentType).set('created', String(created));
  recorded.setData(kept.data).setCustomMetadata(kept.metadata);
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded).setCommitPosition(position);
  const answer = new streams.ReadResp();
  answer.setEvent(event);
  const bytes = Buffer.from(answer.serializeBinary());
  writtenOut.set(kept, bytes);
  return bytes;
}

function filterOf(
  filter: InstanceType<typeof streams.ReadReq.Options.FilterOptions> | undefined,
): (event: Kept) => boolean {
  if (filter === undefined) return () => true;
  const isByType = filter.hasEventType();
  const expression = (isByType ? filter.getEventType() : filter.getStreamIdentifier())!;
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex());
  const prefixes = expression.getPrefixList();
  return ({ type, stream }) => {
    const text = isByType ? type : stream;
    return regex === undefined ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  };
}

function proposedOf(message: InstanceType<typeof streams.BatchAppendReq.ProposedMessage>): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()!.getString(),
    type: metadata.get('type')!,
    contentType: metadata.get('content-type')!,
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

interface Expecting {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
  getRevision?(): string;
  getStreamPosition?(): string;
}

function expectedOf(options: Expecting): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream exists';
  return options.hasNoStream() ? -1n : BigInt(options.getRevision?.() ?? options.getStreamPosition?.() ?? '');
}

function fill(answer: BatchAppendResp, became: Answer, expected: Expected): void {
  switch (became.outcome) {
    case 'written': {
      const position = new shared.AllStreamPosition();
      position.setCommitPosition(String(became.position)).setPreparePosition(String(became.position));
      const success = new streams.BatchAppendResp.Success();
      success.setCurrentRevision(String(became.revision)).setPosition(position);
      answer.setSuccess(success);
      return;
    }
    case 'wrong expected version': {
      const wrong = new shared.WrongExpectedVersion();
      if (became.actual < 0n) wrong.setCurrentNoStream(new shared.Empty());
      else wrong.setCurrentStreamRevision(String(became.actual));
      if (expected === -1n) wrong.setExpectedNoStream(new shared.Empty());
      else wrong.setExpectedStreamPosition(String(expected));
      answer.setError(statusOf('WrongExpectedVersion', wrong));
      return;
    }
    case 'stream deleted':
      answer.setError(statusOf('StreamDeleted', new shared.StreamDeleted()));
      return;
    case 'too large': {
      const tooLarge = new shared.MaximumAppendSizeExceeded();
      tooLarge.setMaxappendsize(appendBytesMax);
      answer.setError(statusOf('MaximumAppendSizeExceeded', tooLarge));
    }
  }
}

function statusOf(name: string, details: { serializeBinary(): Uint8Array }) {
  const packed = new anyPb.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${name}`);
  const status = new rpc.Status();
  status.setDetails(packed);
  return status;
}

/** As a node says it that has just started: details that hold nothing. */
function notReady() {
  const packed = new anyPb.Any();
  packed.pack(new shared.Empty().serializeBinary(), 'google.protobuf.Empty');
  const status = new rpc.Status();
  status.setMessage('Server Is Not Ready').setDetails(packed);
  return status;
}

export function failure(
  code: number,
  exception: string | undefined,
  trailers: Record<string, string> = {},
  details = exception ?? '',
) {
  const metadata = new grpc.Metadata();
  if (exception !== undefined) metadata.set('exception', exception);
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

function unauthenticated() {
  return failure(grpc.status.UNAUTHENTICATED, undefined, {}, 'Unauthenticated');
}

function accessDenied() {
  return failure(grpc.status.PERMISSION_DENIED, 'access-denied', {}, 'Access Denied');
}

function streamDeleted(stream: string) {
  const details = `Event stream '${stream}' is deleted.`;
  return failure(grpc.status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': stream }, details);
}

function nameOf(named: { getStreamIdentifier(): InstanceType<typeof shared.StreamIdentifier> | undefined }): string {
  return Buffer.from(named.getStreamIdentifier()!.getStreamName_asU8()).toString();
}

function identifierOf(stream: string) {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

function uuidOf(text: string) {
  const uuid = new shared.UUID();
  uuid.setString(text);
  return uuid;
}

function supported() {
  const services: [service: string, methods: string[]][] = [
    ['event_store.client.streams.streams', ['read', 'append', 'delete', 'tombstone', 'batchappend']],
    ['event_store.client.gossip.gossip', ['read']],
  ];
  const answer = new features.SupportedMethods();
  answer.setEventStoreServerVersion('23.10.8');
  answer.setMethodsList(
    services.flatMap(([service, methods]) =>
      methods.map((method) => {
        const one = new features.SupportedMethod();
        one.setServiceName(service).setMethodName(method);
        return one;
      }),
    ),
  );
  return answer;
}
