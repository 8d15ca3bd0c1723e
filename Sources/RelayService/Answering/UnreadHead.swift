import HTTPTypes
import NIOCore
import NIOHTTP1
import Training

/// Says why a request could not even be read: the library closes after an answer without a body, which this one replaces.
final class UnreadHead: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private var fault: HTTPParserError?

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fault = error as? HTTPParserError
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard let fault, case .head(let head) = unwrapOutboundIn(data), head.status == .badRequest,
            head.headers["content-length"] == ["0"]
        else { return context.write(data, promise: promise) }
        let problem = if case .headerOverflow = fault { Problem.headTooLarge } else { Problem.malformed }
        let bytes = problem.json(.french)
        let headers: HTTPHeaders = [
            "Connection": "close", "Content-Length": String(bytes.count), "Content-Type": Problem.kind,
            "Content-Language": "fr", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
        ]
        let status = HTTPResponseStatus(statusCode: problem.status.code)
        let answer = HTTPResponseHead(version: head.version, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(answer)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: promise)
    }

    /// Puts it behind the reader of requests, before they become those of the library.
    final class Place: ChannelInboundHandler, RemovableChannelHandler {
        typealias InboundIn = Any

        func handlerAdded(context: ChannelHandlerContext) {
            let pipeline = context.pipeline.syncOperations
            guard let reader = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else {
                return
            }
            try? pipeline.addHandler(UnreadHead(), position: .after(reader))
            pipeline.removeHandler(context: context, promise: nil)
        }
    }
}
