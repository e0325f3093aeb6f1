import org.jspecify.annotations.NullMarked;

/** The command line for threads and the decisions of people. Applications embed it with {@code EscapementCommand}. */
@NullMarked
module dev.escapement.cli {
    requires transitive dev.escapement;
    requires dev.escapement.jdbc;
    requires info.picocli;
    requires java.sql;
    requires tools.jackson.core;

    exports dev.escapement.cli;

    opens dev.escapement.cli to
            info.picocli;
}
