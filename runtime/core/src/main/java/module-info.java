import org.jspecify.annotations.NullMarked;

/**
 * The runtime of Escapement: annotations, JSON codecs, tool specifications, the agent loop and its runner.
 *
 * <p>Applications use {@code dev.escapement}, {@code .content}, {@code .json}, {@code .tool}, {@code .thread}, {@code .model} and
 * {@code .run}. Authors of model clients also use {@code .model.spi}, authors of engines and stores {@code .engine}.
 * {@code .codegen} is for generated code only. Packages below {@code .internal} are not exported to
 * applications.
 *
 * <p>Depends on the streaming API of Jackson 3 and on nothing else at run time. Jackson databind 2 and 3 are optional: an
 * application that uses one of them can read and write threads and events with it.
 */
@NullMarked
@SuppressWarnings("module") // the command line is compiled later
module dev.escapement {
    requires transitive org.jspecify;
    requires tools.jackson.core;
    requires static com.fasterxml.jackson.annotation;
    requires static com.fasterxml.jackson.databind;
    requires static tools.jackson.databind;

    exports dev.escapement;
    exports dev.escapement.codegen;
    exports dev.escapement.content;
    exports dev.escapement.engine;
    exports dev.escapement.internal.lock to
            dev.escapement.cli;
    exports dev.escapement.internal.text to
            dev.escapement.cli,
            dev.escapement.server;
    exports dev.escapement.internal.tree to
            dev.escapement.cli,
            dev.escapement.server;
    exports dev.escapement.json;
    exports dev.escapement.model;
    exports dev.escapement.model.spi;
    exports dev.escapement.run;
    exports dev.escapement.thread;
    exports dev.escapement.tool;

    opens dev.escapement.thread to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
}
