import org.jspecify.annotations.NullMarked;

/**
 * The runtime of Escapement: annotations, JSON codecs, tool specifications, the agent loop and its runner.
 *
 * <p>Applications use {@code dev.escapement}, {@code .json}, {@code .tool}, {@code .thread}, {@code .model} and
 * {@code .run}. Authors of model clients also use {@code .model.spi}, authors of engines and stores {@code .engine}.
 * {@code .codegen} is for generated code only. Packages below {@code .internal} are not exported.
 *
 * <p>Depends on the streaming API of Jackson 3 and on nothing else at run time.
 */
@NullMarked
module dev.escapement {
    requires transitive org.jspecify;
    requires tools.jackson.core;

    exports dev.escapement;
    exports dev.escapement.codegen;
    exports dev.escapement.engine;
    exports dev.escapement.json;
    exports dev.escapement.model;
    exports dev.escapement.model.spi;
    exports dev.escapement.run;
    exports dev.escapement.thread;
    exports dev.escapement.tool;
}
