package dev.escapement.server.web;

import java.util.List;
import java.util.Map;

/** The names of the files of the inspector. */
final class InspectorFiles {

    /** The own scripts. */
    static final List<String> SCRIPTS = List.of(
            "dialogs.js",
            "event-details.js",
            "event-pages.js",
            "events.js",
            "graph.js",
            "json-view.js",
            "page.js",
            "path.js",
            "request.js",
            "search.js",
            "start-form.js",
            "thread-follow.js",
            "thread-state.js",
            "thread-summary.js",
            "thread-views.js",
            "thread.js",
            "threads.js",
            "timeline.js",
            "words.js");

    /** The scripts of others, as asset and resource. */
    static final Map<String, String> VENDORED = Map.of("dagre.esm.js", "vendor/dagre.esm.js");

    /** The own style sheet, in addition to that of the inbox. */
    static final String STYLE = "inspect.css";

    private InspectorFiles() {}
}
