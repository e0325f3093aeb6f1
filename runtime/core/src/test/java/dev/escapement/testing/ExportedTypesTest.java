package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Tests that the exported types of each package are listed in {@code exported-types.txt}, so that an addition to the
 * API requires an additional line.
 */
class ExportedTypesTest {

    private static final Path LIST = Path.of("src/test/resources/exported-types.txt");

    private static final Set<String> FOR_EVERYONE = Set.of(
            "dev.escapement",
            "dev.escapement.content",
            "dev.escapement.json",
            "dev.escapement.model",
            "dev.escapement.run",
            "dev.escapement.thread",
            "dev.escapement.tool");

    private static final int MOST_TYPES_FOR_EVERYONE = 138;

    @Test
    void moduleExportsThePackagesOfTheDesign() throws Exception {
        Set<String> exported = new TreeSet<>(FOR_EVERYONE);
        exported.addAll(List.of("dev.escapement.codegen", "dev.escapement.engine", "dev.escapement.model.spi"));

        assertEquals(exported, exportedPackages());
    }

    @Test
    void exportedTypesAreListed() throws Exception {
        String found = listing();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(LIST, found);
        }

        assertEquals(Files.readString(LIST), found);
    }

    @Test
    void typesForEveryoneAreFew() throws Exception {
        long types = 0;
        for (String exported : FOR_EVERYONE) {
            types += topLevel(publicTypes(exported));
        }
        long counted = types;

        assertTrue(counted <= MOST_TYPES_FOR_EVERYONE, () -> counted + " types");
    }

    private static String listing() throws Exception {
        StringBuilder listing = new StringBuilder();
        for (String exported : exportedPackages()) {
            Set<String> types = publicTypes(exported);
            listing.append(exported).append(": ").append(topLevel(types)).append('\n');
            types.forEach(type -> listing.append("  ").append(type).append('\n'));
        }
        return listing.toString();
    }

    private static long topLevel(Set<String> types) {
        return types.stream().filter(type -> !type.contains(".")).count();
    }

    private static Set<String> exportedPackages() throws Exception {
        try (InputStream descriptor = Files.newInputStream(Compiled.core().resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor).exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Returns the public types of a package; nested ones after a dot. */
    private static Set<String> publicTypes(String packageName) throws Exception {
        Path directory = Compiled.core().resolve(packageName.replace('.', '/'));
        Set<String> types = new TreeSet<>();
        for (Path file : BytecodeRules.classFiles(directory)) {
            if (file.getParent().equals(directory)) {
                String name = file.getFileName().toString().replaceFirst("\\.class$", "");
                if (!name.equals("package-info") && isPublic(file, name)) {
                    types.add(name.replace('$', '.'));
                }
            }
        }
        return types;
    }

    /** Returns whether a class and every class that it is nested in are public, or protected. */
    private static boolean isPublic(Path file, String name) throws IOException {
        List<Integer> access = new ArrayList<>();
        new ClassReader(Files.readAllBytes(file))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public void visit(
                                    int version, int flags, String type, String sig, String base, String[] interfaces) {
                                access.add(flags);
                            }

                            @Override
                            public void visitInnerClass(String type, String outer, String inner, int flags) {
                                String simple = type.substring(type.lastIndexOf('/') + 1);
                                if (name.equals(simple) || name.startsWith(simple + "$")) {
                                    access.add(inner == null ? 0 : flags);
                                }
                            }
                        },
                        ClassReader.SKIP_CODE);
        return access.stream().allMatch(flags -> (flags & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0);
    }
}
