import org.jspecify.annotations.NullMarked;

/**
 * An HTTP API, an inbox and an inspector for agent threads. {@code dev.escapement.server.AgentServer} is the entry point. The
 * handlers do not depend on a web framework; {@code dev.escapement.server.JdkServer} serves them with the JDK's server.
 */
@NullMarked
module dev.escapement.server {
    requires transitive dev.escapement;
    requires java.net.http;
    requires jdk.httpserver;
    requires static jakarta.validation;
    requires tools.jackson.core;

    exports dev.escapement.server;
}
