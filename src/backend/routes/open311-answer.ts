import { errors } from '@contract/errors';
import { contentTypes, type Format, type Tree, writeDocument } from '@contract/open311/document';
import { errorsOf, fault, type Fault } from '@contract/open311/fault';
import type { Read } from '@contract/open311/posted';
import type { Language } from '@contract/text';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../http/refusal';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The format that the path's extension asks for. */
    open311?: Format;
  }
}

/** Why a call is not answered, in GeoReport's own form. */
export class Faults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults[0]?.text.en);
  }
}

export const refuse = (...faults: Fault[]): never => {
  throw new Faults(faults);
};

/** What a rule of the contract read, or its faults to whoever sent it. */
export function read<T>(result: Read<T>): T {
  if (!result.ok) throw new Faults(result.faults);
  return result.value;
}

/** Beyond the standard: Chinese unless `locale=en`. */
export function languageOf(request: FastifyRequest): Language {
  const { locale } = request.query as { locale?: unknown };
  return locale === 'en' ? 'en' : 'zh';
}

function formatOf({ routeOptions, url }: FastifyRequest): Format {
  return routeOptions.config.open311 ?? (/\.json(\?|$)/.test(url) ? 'json' : 'xml');
}

export function send(request: FastifyRequest, reply: FastifyReply, root: string, tree: Tree): FastifyReply {
  const format = formatOf(request);
  return reply.type(contentTypes[format]).send(writeDocument(format, root, tree));
}

const internal = fault(500, '服务器出错了，过几分钟再试', 'General service error: try again in some minutes');
const overloaded = fault(503, '现在太忙，过一会儿再试', 'Overloaded: try again later');
const tooMany = fault(429, '一分钟里次数太多，过一分钟再试', 'Too many calls: try again in a minute');

/** What the house refuses by its own codes, as GeoReport says it. */
function faultsOf(error: FastifyError | Faults | Refusal): readonly Fault[] {
  if (error instanceof Faults) return error.faults;
  if (error instanceof Refusal) {
    const { status, text } = errors[error.code];
    if (status >= 500) return [status === 503 ? overloaded : internal];
    return [{ status: status === 404 ? 404 : 400, text }];
  }
  if (error.statusCode === 429) return [tooMany];
  if (error.statusCode === 415)
    return [
      fault(
        400,
        '要用 application/x-www-form-urlencoded 发',
        'to be sent as application/x-www-form-urlencoded',
      ),
    ];
  if (error.statusCode && error.statusCode < 500)
    return [fault(400, '发来的内容读不懂', `The request is invalid: ${error.code}`)];
  return [internal];
}

/** Refuses in the format that was asked for, wherever a call to this interface fails. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Faults | Refusal>((error, request, reply) => {
    const faults = faultsOf(error);
    const status = faults[0]?.status ?? 400;
    if (status === 500) request.log.error({ err: error });
    if (error instanceof Refusal && error.more.retryAfterSeconds !== undefined)
      reply.header('retry-after', error.more.retryAfterSeconds);
    return send(request, reply.code(status), 'errors', errorsOf(faults, languageOf(request)));
  });
  app.setNotFoundHandler((request, reply) => {
    const unknown = fault(
      404,
      '没有这个地址；地址以 .xml 或 .json 结尾',
      'There is no such resource; its address ends in .xml or .json',
    );
    return send(request, reply.code(404), 'errors', errorsOf([unknown], languageOf(request)));
  });
}
