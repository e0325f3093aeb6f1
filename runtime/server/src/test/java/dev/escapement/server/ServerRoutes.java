package dev.escapement.server;

import dev.escapement.server.http.Route;
import java.util.List;

/** Access to the routes of a server for tests in other packages. */
public final class ServerRoutes {
    private ServerRoutes() {}

    /** {@return the routes of a server, in order} */
    public static List<Route> of(AgentServer server) {
        return server.routes();
    }
}
