package dev.escapement.server.web;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.Query;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Router;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The static files as a function from requests to responses, without the filter of a server. */
final class FileResponses {
    private final Router router = new Router(new StaticFiles().routes());

    ServerResponse.Complete get(String path, Map<String, List<String>> headers) {
        ServerRequest request = new ServerRequest(
                "GET", path, headers, ByteBuffer.allocate(0), new InetSocketAddress("127.0.0.1", 9), false);
        try {
            Router.Match match = router.match("GET", path);
            return (ServerResponse.Complete) match.route()
                    .handler()
                    .handle(new RequestContext(request, match.parameters(), Query.of(""), Optional.empty()));
        } catch (ProblemException e) {
            return (ServerResponse.Complete) Responses.empty(e.problem().kind().status());
        }
    }
}
