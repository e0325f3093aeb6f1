package dev.escapement.server.web;

import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteHandler;
import dev.escapement.server.http.RouteOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of the inbox and of the inspector, and their scripts and styles. The files are those of a fixed list,
 * and each is read once, at its first request; a path of a request is only looked up in the list. Safe for concurrent use.
 *
 * <p>Each response has a strong {@code ETag} of the content and {@code Cache-Control: no-cache}: browsers keep the files and
 * revalidate them.
 */
public final class StaticFiles implements RouteGroup {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final List<String> SCRIPTS = List.of(
            "answers.js",
            "api.js",
            "banner.js",
            "context.js",
            "dom.js",
            "event-stream.js",
            "failure.js",
            "follow.js",
            "followworker.js",
            "form.js",
            "formgroups.js",
            "inbox.js",
            "json.js",
            "keys.js",
            "question.js",
            "questionlist.js",
            "schema.js",
            "session.js",
            "signout.js",
            "thread-dialogs.js",
            "time.js",
            "values.js");

    private static final List<String> STYLES = List.of("style.css");

    private final Map<String, StaticFile> pages = new LinkedHashMap<>();
    private final Map<String, StaticFile> assets = new LinkedHashMap<>();

    /** Creates the routes. Reads nothing. */
    public StaticFiles() {
        pages.put("/", new StaticFile("index.html", HTML));
        pages.put("/thread.html", new StaticFile("thread.html", HTML));
        pages.put("/threads.html", new StaticFile("threads.html", HTML));
        SCRIPTS.forEach(name -> assets.put(name, new StaticFile(name, SCRIPT)));
        InspectorFiles.SCRIPTS.forEach(name -> assets.put(name, new StaticFile(name, SCRIPT)));
        InspectorFiles.VENDORED.forEach((name, resource) -> assets.put(name, new StaticFile(resource, SCRIPT)));
        assets.put(InspectorFiles.STYLE, new StaticFile(InspectorFiles.STYLE, STYLE));
        STYLES.forEach(name -> assets.put(name, new StaticFile(name, STYLE)));
    }

    /** {@return the names of the files below /assets/} */
    Set<String> assets() {
        return Set.copyOf(assets.keySet());
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        pages.forEach((path, page) -> routes.add(route(path, "page" + routes.size(), request -> send(request, page))));
        routes.add(route("/assets/{name}", "asset", this::asset));
        return List.copyOf(routes);
    }

    private static Route route(String path, String id, RouteHandler handler) {
        RouteOperation operation = new RouteOperation(
                id, "Returns a file of the web inbox.", List.of(), Optional.empty(), Map.of(200, Optional.empty()));
        return new Route("GET", path, Access.PUBLIC, operation, handler);
    }

    private ServerResponse asset(RequestContext request) {
        StaticFile file = assets.get(request.parameter("name"));
        if (file == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "This path does not exist.");
        }
        return send(request, file);
    }

    private static ServerResponse send(RequestContext request, StaticFile file) {
        Map<String, String> headers =
                Map.of("Content-Type", file.type(), "ETag", file.etag(), "Cache-Control", "no-cache");
        // a proxy that compresses the file makes the tag weak
        if (request.knownTags().stream().anyMatch(tag -> tag.endsWith(file.etag()))) {
            return Responses.empty(304, headers);
        }
        return new ServerResponse.Complete(200, headers, file.content());
    }
}
