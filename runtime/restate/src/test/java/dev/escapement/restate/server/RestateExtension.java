package dev.escapement.restate.server;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides parameters of the types {@link RestateServer} and {@link RestateCluster}. The tests of a class, including its
 * nested classes, share one server and one cluster, each of which is started for the first parameter and stopped after the
 * last test. A server or node that a test has killed is started again for the next parameter.
 *
 * <p>Without Restate's program, the tests are skipped, or fail with {@code -Drestate.required=true}; see {@link
 * RestateInstallation}.
 *
 * <pre>{@code
 * @Tag("restate")
 * @ExtendWith(RestateExtension.class)
 * class DeploymentTest {
 *
 *     @Test
 *     void newServerHasNoDeployments(RestateServer server) throws Exception {
 *         assertEquals(List.of(), server.sql("SELECT id FROM sys_deployment"));
 *     }
 * }
 * }</pre>
 */
public final class RestateExtension implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(RestateExtension.class);

    private final Map<String, String> settings;

    /** Creates an extension with the default settings of servers. */
    public RestateExtension() {
        this(Map.of());
    }

    /**
     * Creates an extension for a static field with {@code @RegisterExtension}.
     *
     * @param settings further settings of servers, as in {@link RestateServer#start(Map)}
     */
    public RestateExtension(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RestateInstallation.require();
        running(context);
    }

    private Running running(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> new Running(settings), Running.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RestateServer.class || type == RestateCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = running(context);
        try {
            return parameter.getParameter().getType() == RestateServer.class ? running.server() : running.cluster();
        } catch (IOException e) {
            throw new ParameterResolutionException("Restate could not be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("The start of Restate was interrupted.", e);
        }
    }

    /** The server and the cluster of a test class. JUnit closes it after the class. */
    private static final class Running implements AutoCloseable {

        private final Map<String, String> settings;
        private Optional<RestateServer> server = Optional.empty();
        private Optional<RestateCluster> cluster = Optional.empty();

        Running(Map<String, String> settings) {
            this.settings = settings;
        }

        synchronized RestateServer server() throws IOException, InterruptedException {
            if (server.isEmpty()) {
                server = Optional.of(RestateServer.start(settings));
            } else if (!server.get().isRunning()) {
                server.get().restart();
            }
            return server.get();
        }

        synchronized RestateCluster cluster() throws IOException, InterruptedException {
            if (cluster.isEmpty()) {
                cluster = Optional.of(RestateCluster.start(settings));
            } else {
                cluster.get().recover();
            }
            return cluster.get();
        }

        @Override
        public synchronized void close() {
            server.ifPresent(RestateServer::close);
            cluster.ifPresent(RestateCluster::close);
        }
    }
}
