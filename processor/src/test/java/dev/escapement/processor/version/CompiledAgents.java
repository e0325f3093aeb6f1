package dev.escapement.processor.version;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Flow;
import dev.escapement.processor.EscapementProcessor;
import dev.escapement.tool.ToolSpec;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The loaded classes of agents that were compiled in one task.
 *
 * @param loader the loader of the classes
 * @param children the packages of changed children by those of their parents
 */
record CompiledAgents(URLClassLoader loader, Map<String, String> children) implements AutoCloseable {

    /** Compiles generated agents, each into a package of its own. */
    static CompiledAgents of(Map<String, AgentSource> agents, Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Map<String, ChildSource> children = new TreeMap<>();
        agents.forEach((name, agent) -> {
            texts.put(name, agent.source(name));
            if (!agent.child().equals(ChildSource.FIRST)) {
                children.put(name, agent.child());
            }
        });
        return compiled(texts, children, folder);
    }

    /** Compiles sources by the names of their packages. */
    static CompiledAgents compiled(Map<String, String> agents, Path folder) throws IOException {
        return compiled(agents, Map.of(), folder);
    }

    private static CompiledAgents compiled(
            Map<String, String> agents, Map<String, ChildSource> changedChildren, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<String, String> agent : agents.entrySet()) {
            sources.add(written(folder.resolve(agent.getKey()), "Desk", agent.getValue()));
        }
        for (String child : ChildSource.NAMES) {
            sources.add(written(folder, child, ChildSource.FIRST.source(ChildSource.PACKAGE, child)));
        }
        Map<String, String> packages = new TreeMap<>();
        for (Map.Entry<String, ChildSource> changed : changedChildren.entrySet()) {
            String name = changed.getValue().packageFor(changed.getKey());
            packages.put(changed.getKey(), name);
            sources.add(written(
                    folder.resolve(name),
                    ChildSource.CHANGED,
                    changed.getValue().source(name, ChildSource.CHANGED)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-nowarn",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    classes.toString(),
                    "-s",
                    Files.createDirectories(folder.resolve("generated")).toString());
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new EscapementProcessor()));
            if (!task.call()) {
                throw new IllegalStateException(messages.getDiagnostics().toString());
            }
        }
        return new CompiledAgents(
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, CompiledAgents.class.getClassLoader()),
                packages);
    }

    private static Path written(Path folder, String type, String source) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve(type + ".java"), source);
    }

    /** Returns the loop of the agent in a package. */
    AgentLoop loop(String packageName) throws ReflectiveOperationException {
        return loop(packageName, "Desk");
    }

    private AgentLoop loop(String packageName, String agent) throws ReflectiveOperationException {
        Constructor<?> created = type(packageName, agent).getDeclaredConstructor();
        Constructor<?> loop = type(packageName, agent + "Loop").getDeclaredConstructors()[0];
        created.setAccessible(true);
        loop.setAccessible(true);
        return (AgentLoop) loop.newInstance(created.newInstance());
    }

    Class<?> type(String packageName, String name) throws ReflectiveOperationException {
        return loader.loadClass(packageName + "." + name);
    }

    /** Returns the loops of the agents to which the steps of an agent delegate. */
    AgentLoop[] children(String packageName) throws ReflectiveOperationException {
        AgentLoop parent = loop(packageName);
        Map<String, AgentLoop> loops = new TreeMap<>();
        for (ToolSpec<?> tool : parent.tools()) {
            if (parent.flow(tool.name()) == Flow.DELEGATES) {
                String child = parent.delegateAgent(tool.name());
                String changed = children.getOrDefault(packageName, ChildSource.PACKAGE);
                loops.put(child, loop(child.equals(ChildSource.CHANGED) ? changed : ChildSource.PACKAGE, child));
            }
        }
        return loops.values().toArray(AgentLoop[]::new);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
