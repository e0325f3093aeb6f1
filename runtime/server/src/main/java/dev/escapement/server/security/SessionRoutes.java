package dev.escapement.server.security;

import dev.escapement.server.Role;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.SessionBody;
import dev.escapement.server.body.SessionBodyCodec;
import dev.escapement.server.body.SessionTokenBodyCodec;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.BodySchema;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.RefusalReason;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of the session of a page. */
public final class SessionRoutes implements RouteGroup {
    private static final BodySchema SESSION = new BodySchema("Session", SessionBodyCodec.SCHEMA);
    private static final BodySchema TOKEN = new BodySchema("SessionToken", SessionTokenBodyCodec.SCHEMA);
    private static final String PATH = "/api/session";

    private final SecurityFilter filter;

    /**
     * Creates the routes.
     *
     * @param filter the filter, which has the sessions
     */
    public SessionRoutes(SecurityFilter filter) {
        this.filter = filter;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "POST",
                        PATH,
                        Access.PUBLIC,
                        new RouteOperation(
                                "startSession",
                                "Exchanges the token of a link, which is valid once, for the cookie and the anti-forgery token of a"
                                        + " session. Every further request must contain both.",
                                List.of(),
                                Optional.of(TOKEN),
                                Map.of(200, Optional.of(SESSION))),
                        this::start),
                new Route(
                        "GET",
                        PATH,
                        Access.IDENTITY,
                        new RouteOperation(
                                "getSession",
                                "Returns the name and the roles of the sender, and with an authenticator the anti-forgery token for"
                                        + " changes.",
                                List.of(),
                                Optional.empty(),
                                Map.of(200, Optional.of(SESSION))),
                        this::get),
                new Route(
                        "POST",
                        PATH + "/end",
                        Access.IDENTITY,
                        new RouteOperation(
                                "endSession",
                                "Ends the session of a local page. Has no effect with an authenticator.",
                                List.of(),
                                Optional.empty(),
                                Map.of(204, Optional.empty())),
                        this::end));
    }

    private ServerResponse start(RequestContext exchange) {
        LocalSessions sessions = filter.local()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAUTHENTICATED, "This server does not use links. Sign in at its application."));
        String token = exchange.body(SessionTokenBodyCodec.INSTANCE).token();
        LocalSessions.NewSession started = sessions.start(
                        token, host(exchange), exchange.request().secure())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAUTHENTICATED, "This link was used or is not valid. Open a new link."));
        String antiForgeryToken = filter.antiForgeryToken(started.sender());
        return Responses.json(
                200, json(started.sender(), Optional.of(antiForgeryToken)), Map.of("Set-Cookie", started.cookie()));
    }

    private ServerResponse get(RequestContext exchange) {
        Sender sender = filter.sender(exchange);
        Optional<String> antiForgeryToken =
                filter.local().isPresent() ? Optional.empty() : Optional.of(filter.antiForgeryToken(sender));
        return Responses.json(200, json(sender, antiForgeryToken), Map.of());
    }

    private ServerResponse end(RequestContext exchange) {
        Map<String, String> headers = filter.local()
                .map(sessions -> Map.of("Set-Cookie", sessions.end(exchange.request(), host(exchange))))
                .orElse(Map.of());
        return Responses.empty(204, headers);
    }

    private static String host(RequestContext exchange) {
        return exchange.request().header("Host").orElseThrow(RefusalReason.HOST::exception);
    }

    private static String json(Sender sender, Optional<String> antiForgeryToken) {
        List<String> roles =
                sender.identity().roles().stream().sorted().map(Role::name).toList();
        return SessionBodyCodec.INSTANCE.encode(
                new SessionBody(sender.identity().name(), roles, antiForgeryToken));
    }
}
