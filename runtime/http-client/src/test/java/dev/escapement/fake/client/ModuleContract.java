package dev.escapement.fake.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.http.HttpSettings;
import dev.escapement.model.Model;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonFactory;

/** A client in an application that is a Java module. */
public abstract class ModuleContract {

    private final Class<? extends Model> client;

    @TempDir
    private Path classes;

    /**
     * Creates the tests of a client.
     *
     * @param client the client; its module has the name of its package
     */
    protected ModuleContract(Class<? extends Model> client) {
        this.client = client;
    }

    private ModularApplication application() {
        return new ModularApplication(
                classes,
                client.getPackageName(),
                client,
                HttpSettings.class,
                Model.class,
                JsonFactory.class,
                Nullable.class);
    }

    @Test
    void moduleUsesBuilderAndSettings() throws Exception {
        ModularApplication application = application();
        List<String> diagnostics = application.compile("""
                package app;

                import dev.escapement.http.HttpSettings;
                import dev.escapement.http.ToolSelection;
                import %1$s.%2$s;
                import java.util.function.Supplier;

                public final class Main implements Supplier<Object> {

                    public Main() {}

                    @Override
                    public Object get() {
                        return %2$s.builder()
                                .model("m-1")
                                .apiKey("sk-1")
                                .baseUrl("http://localhost/v1")
                                .strict(false)
                                .toolChoice(ToolSelection.Mode.AUTO)
                                .property("temperature", "0")
                                .http(HttpSettings.DEFAULT.withRetries(1))
                                .build()
                                .info()
                                .model();
                    }

                    static %2$s fromEnvironment() {
                        return %2$s.fromEnvironment();
                    }
                }
                """.formatted(client.getPackageName(), client.getSimpleName()));

        assertEquals(List.of(), diagnostics);
        assertEquals("m-1", application.run());
    }

    @Test
    void moduleCannotUseInternals() {
        List<String> diagnostics = application().compile("""
                package app;

                final class Main {
                    dev.escapement.http.client.Endpoint endpoint;
                }
                """);

        assertEquals(List.of("compiler.err.package.not.visible"), diagnostics);
    }
}
