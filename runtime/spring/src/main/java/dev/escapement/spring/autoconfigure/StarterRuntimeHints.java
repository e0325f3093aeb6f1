package dev.escapement.spring.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * The classes that other libraries of an application create by reflection in a native image. Jackson creates the serializers
 * of threads, which Spring does not find, because the annotation that names them is on another annotation.
 */
final class StarterRuntimeHints implements RuntimeHintsRegistrar {

    private static final List<String> SERIALIZERS = List.of(
            "dev.escapement.thread.Jackson2Serializer",
            "dev.escapement.thread.Jackson2Deserializer",
            "dev.escapement.thread.Jackson3Serializer",
            "dev.escapement.thread.Jackson3Deserializer");

    StarterRuntimeHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        for (String type : SERIALIZERS) {
            hints.reflection()
                    .registerTypeIfPresent(
                            loader, type, hint -> hint.withMembers(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
        }
        hints.reflection()
                .registerTypeIfPresent(
                        loader,
                        "org.springframework.ai.chat.prompt.ChatOptions",
                        hint -> hint.withMethod("mutate", List.of(), ExecutableMode.INVOKE));
    }
}
