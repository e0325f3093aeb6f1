package dev.escapement.frameworks;

import dev.escapement.frameworks.JdkHomes.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of a project in {@code src/it}, which Maven builds from clean with a local repository of its own. The artifacts of
 * Escapement are those of this build, in the folder of the system property {@code staging.dir}. Other libraries are from the
 * cache of this computer or, if they are missing there, from the central repository.
 */
final class OutsideProject {

    private static final Path PROJECTS = Path.of("src/it");
    private static final Path LOCAL_REPOSITORY = Path.of("target/repository").toAbsolutePath();

    private final Path directory;

    private OutsideProject(Path directory) {
        this.directory = directory;
    }

    /** Copies a project to an empty directory, and sets the version of Escapement. */
    static OutsideProject copy(String name, Path target) {
        Path source = PROJECTS.resolve(name);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            Files.writeString(target.resolve("settings.xml"), settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OutsideProject project = new OutsideProject(target);
        project.replace(
                "pom.xml",
                "<escapement.version>.*</escapement.version>",
                "<escapement.version>" + System.getProperty("escapement.version") + "</escapement.version>");
        return project;
    }

    /** Replaces the only match of a pattern in a file. */
    void replace(String file, String pattern, String replacement) {
        Path path = directory.resolve(file);
        try {
            String text = Files.readString(path);
            String changed = text.replaceFirst(pattern, replacement);
            if (changed.equals(text) && !text.contains(replacement)) {
                throw new IllegalArgumentException(file + " does not match " + pattern + ".");
            }
            Files.writeString(path, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of lines of a file that are not blank. */
    long lines(String file) {
        try (Stream<String> lines = Files.lines(directory.resolve(file))) {
            return lines.filter(line -> !line.isBlank()).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs Maven with a JDK until its end, which must be a success. */
    void build(Jdk jdk, String... goals) {
        try (StartedProcess maven = maven(jdk, Map.of(), goals)) {
            maven.requireSuccess();
        }
    }

    /** Starts Maven with a JDK. */
    StartedProcess maven(Jdk jdk, Map<String, String> environment, String... goals) {
        List<String> command = new ArrayList<>(List.of(
                "sh", // the unpacked script is not executable
                Path.of(System.getProperty("maven.dir"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-s",
                directory.resolve("settings.xml").toString()));
        command.addAll(List.of(goals));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        builder.environment().putAll(environment);
        return StartedProcess.start(builder);
    }

    /** Starts a Java program of the project with a JDK. */
    StartedProcess java(Jdk jdk, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.program("java")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        return StartedProcess.start(builder);
    }

    private static String settings() {
        String repositories = repository("staging", Path.of(System.getProperty("staging.dir")), true)
                + repository("cache", Path.of(System.getProperty("cache.dir")), false);
        return """
                <settings>
                  <localRepository>%s</localRepository>
                  <profiles><profile>
                    <id>staging</id>
                    <repositories>%s</repositories>
                    <pluginRepositories>%s</pluginRepositories>
                  </profile></profiles>
                  <activeProfiles><activeProfile>staging</activeProfile></activeProfiles>
                </settings>
                """.formatted(LOCAL_REPOSITORY, repositories, repositories.replace("repository>", "pluginRepository>"));
    }

    private static String repository(String id, Path folder, boolean hasSnapshots) {
        return """
                <repository><id>%s</id><url>%s</url>
                  <releases><enabled>%s</enabled><checksumPolicy>ignore</checksumPolicy></releases>
                  <snapshots><enabled>%s</enabled><checksumPolicy>ignore</checksumPolicy><updatePolicy>always</updatePolicy></snapshots>
                </repository>""".formatted(id, folder.toUri(), true, hasSnapshots);
    }

    /** Removes the artifacts of Escapement from the local repository of the projects, which are those of an earlier build. */
    static void forgetEarlierArtifacts() {
        Path artifacts = LOCAL_REPOSITORY.resolve("dev/escapement");
        if (!Files.exists(artifacts)) {
            return;
        }
        try (Stream<Path> files = Files.walk(artifacts)) {
            for (Path file :
                    files.sorted((left, right) -> right.compareTo(left)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
