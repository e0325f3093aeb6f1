import org.jspecify.annotations.NullMarked;

/** Contract tests for authors of thread stores, content stores and drivers. */
@NullMarked
@SuppressWarnings("module") // reflection of JUnit needs the whole module
open module dev.escapement.testkit {
    requires transitive dev.escapement;
    requires transitive org.junit.jupiter.api;

    exports dev.escapement.testkit;
}
