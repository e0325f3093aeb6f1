package dev.escapement.spring.ai;

import dev.escapement.model.RequestOptions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/**
 * The options of a prompt, for Spring AI 1.1 and 2.
 *
 * <p>In 1.1 a chat model adds its default options to those of the prompt, and runs tools unless an option prevents it. In 2
 * the options of the prompt must have the type of the chat model's own options and replace them, and a chat model does not
 * run tools.
 */
final class PromptOptions {

    /** {@code ChatOptions.mutate()}, which Spring AI has since version 2; null before. */
    private static final @Nullable MethodHandle MUTATE = mutate();

    private PromptOptions() {}

    private static @Nullable MethodHandle mutate() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(ChatOptions.class, "mutate", MethodType.methodType(ChatOptions.Builder.class));
        } catch (NoSuchMethodException | IllegalAccessException version1) {
            return null;
        }
    }

    /** Returns the options of a prompt, with which a chat model selects tools and does not run them. */
    static ChatOptions of(ChatModel model, List<ToolCallback> tools, RequestOptions options) {
        ChatOptions.Builder own = MUTATE == null ? null : builder(MUTATE, model.getDefaultOptions());
        ChatOptions.Builder builder = own == null || !(own instanceof ToolCallingChatOptions.Builder || tools.isEmpty())
                ? ToolCallingChatOptions.builder()
                : own;
        if (builder instanceof ToolCallingChatOptions.Builder calling) {
            calling.toolCallbacks(tools);
            if (MUTATE == null) {
                calling.internalToolExecutionEnabled(false);
            }
        }
        options.model().ifPresent(builder::model);
        options.temperature().ifPresent(builder::temperature);
        options.maxOutputTokens().ifPresent(builder::maxTokens);
        return builder.build();
    }

    private static ChatOptions.@Nullable Builder builder(MethodHandle mutate, @Nullable ChatOptions options) {
        if (options == null) {
            return null;
        }
        try {
            return (ChatOptions.Builder) mutate.invokeExact(options);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The options of the chat model cannot be copied.", e);
        }
    }
}
