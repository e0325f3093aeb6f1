import org.jspecify.annotations.NullMarked;

/**
 * The runtime of Escapement: annotations, JSON codecs, tool specifications, the agent loop and its runner.
 *
 * <p>Depends on the streaming API of Jackson 3 and on nothing else at run time.
 */
@NullMarked
module dev.escapement {
    requires transitive org.jspecify;
    requires tools.jackson.core;

    exports dev.escapement;
    exports dev.escapement.json;
    exports dev.escapement.loop;
    exports dev.escapement.model;
    exports dev.escapement.run;
    exports dev.escapement.tool;
}
