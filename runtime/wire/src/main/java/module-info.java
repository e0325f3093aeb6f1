import org.jspecify.annotations.NullMarked;

/** What clients of model providers share. */
@NullMarked
module dev.escapement.wire {
    requires transitive dev.escapement;
    requires java.net.http;
    requires tools.jackson.core;

    exports dev.escapement.wire;
}
