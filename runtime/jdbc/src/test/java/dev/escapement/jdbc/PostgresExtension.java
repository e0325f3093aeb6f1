package dev.escapement.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Supplies tests with one PostgreSQL server for each JVM, and with one database for each class. */
public final class PostgresExtension implements BeforeAllCallback, org.junit.jupiter.api.extension.ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PostgresExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    private static PostgresServer server(ExtensionContext context) {
        Path bin = PostgresServer.programs()
                .orElseGet(() ->
                        Assumptions.abort("PostgreSQL is not installed: install Debian's package postgresql, or set"
                                + " POSTGRES_BIN to the folder of its programs"));
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(PostgresServer.class, key -> started(bin), PostgresServer.class);
    }

    private static PostgresServer started(Path bin) {
        try {
            return PostgresServer.start(bin);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supportsParameter(
            org.junit.jupiter.api.extension.ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == PostgresDatabases.class || type == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(
            org.junit.jupiter.api.extension.ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == PostgresServer.class) {
            return server(context);
        }
        Class<?> outermost = context.getRequiredTestClass();
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        PostgresServer server = server(context);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(outermost, key -> PostgresDatabases.on(server), PostgresDatabases.class);
    }
}
