package dev.escapement.fake.client;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** An application in a Java module of its own, which sees only the exported packages of the modules that it requires. */
public final class ModularApplication {

    private static final String NAME = "app";

    private final Path classes;
    private final List<Path> modules;
    private final String required;

    /**
     * Creates an application without code.
     *
     * @param classes an empty folder for its class files
     * @param required the name of the module that it requires
     * @param modules one class of each module on the module path
     */
    public ModularApplication(Path classes, String required, Class<?>... modules) {
        this.classes = classes;
        this.required = required;
        this.modules = Stream.of(modules).map(ModularApplication::location).toList();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Compiles the class {@code app.Main} with all warnings.
     *
     * @param source its source
     * @return the codes of the diagnostics; none if it compiles
     */
    public List<String> compile(String source) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-Xlint:all", "-d", classes.toString(), "--module-path", modulePath());
        compiler.getTask(
                        null,
                        null,
                        diagnostics,
                        options,
                        null,
                        List.of(
                                file("module-info.java", "module app { requires " + required + "; exports app; }"),
                                file("app/Main.java", source)))
                .call();
        return diagnostics.getDiagnostics().stream().map(Diagnostic::getCode).toList();
    }

    private String modulePath() {
        return modules.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static JavaFileObject file(String name, String source) {
        return new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    /** Runs the compiled class, which implements {@link Supplier}, in a module layer of its own; returns its result. */
    public Object run() throws ReflectiveOperationException, IOException {
        if (!Files.exists(classes.resolve("module-info.class"))) {
            throw new IOException("the application is not compiled");
        }
        Path[] path = Stream.concat(Stream.of(classes), modules.stream()).toArray(Path[]::new);
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of(NAME));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        Object main =
                layer.findLoader(NAME).loadClass("app.Main").getConstructor().newInstance();
        return ((Supplier<?>) main).get();
    }
}
