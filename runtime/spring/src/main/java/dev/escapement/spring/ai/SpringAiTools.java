package dev.escapement.spring.ai;

import dev.escapement.json.JsonEncoder;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;

/**
 * A collection of generated tools for use in Spring AI's chat clients without an agent.
 *
 * <pre>{@code
 * ToolCallbackProvider tools = new SpringAiTools()
 *         .add(LookUpOrderSpec.INSTANCE, call -> orders.find(call.orderId()), OrderCodec.INSTANCE)
 *         .add(IssueRefundSpec.INSTANCE, call -> orders.refund(call.orderId(), call.amountCents(), key).orderId());
 * String answer = ChatClient.create(chatModel).prompt(question).toolCallbacks(tools).call().content();
 * }</pre>
 *
 * <p>Arguments are validated before a tool runs. Invalid ones are answered with the same lines as in an agent, one for each
 * violation, and the tool does not run. An exception of a tool is passed to Spring AI as the cause of a {@link
 * org.springframework.ai.tool.execution.ToolExecutionException}; its {@code ToolExecutionExceptionProcessor} determines the
 * answer. By default it sends the message of a {@link RuntimeException} to the model.
 *
 * <p>Works with Spring AI 1.1 and 2. Not safe for use by several Java threads; the callbacks are if the functions are.
 */
public final class SpringAiTools implements ToolCallbackProvider {

    private final Dialect dialect;
    private final Map<String, ToolCallback> tools = new LinkedHashMap<>();

    /** Creates an empty collection with schemas in {@link Dialect#OPENAI}. */
    public SpringAiTools() {
        this(Dialect.OPENAI);
    }

    /**
     * Creates an empty collection with schemas in a given dialect.
     *
     * @param dialect the dialect of their schemas
     */
    public SpringAiTools(Dialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /**
     * Adds a tool whose result is sent to the model as text.
     *
     * @param tool the generated specification
     * @param handler runs the tool and returns the answer to the model
     * @param <T> the record of the tool's arguments
     * @return these tools
     * @throws IllegalArgumentException if a tool of the same name was added before
     * @throws UnsupportedOperationException if the dialect cannot express the arguments
     */
    public <T> SpringAiTools add(ToolSpec<T> tool, ToolHandler<? super T, String> handler) {
        Objects.requireNonNull(handler, "handler");
        ToolCallback callback = new ValidatingToolCallback<>(tool, DeclaredTool.define(tool, dialect), handler);
        if (tools.putIfAbsent(tool.name(), callback) != null) {
            throw new IllegalArgumentException("A tool named " + tool.name() + " was added before.");
        }
        return this;
    }

    /**
     * Adds a tool whose result is sent to the model as JSON.
     *
     * @param tool the generated specification
     * @param handler runs the tool
     * @param encoder writes the result: a generated codec, for example
     * @param <T> the record of the tool's arguments
     * @param <R> the type of the result
     * @return these tools
     * @throws IllegalArgumentException if a tool of the same name was added before
     * @throws UnsupportedOperationException if the dialect cannot express the arguments
     */
    public <T, R> SpringAiTools add(
            ToolSpec<T> tool, ToolHandler<? super T, ? extends R> handler, JsonEncoder<R> encoder) {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(encoder, "encoder");
        return add(tool, arguments -> encoder.encode(handler.handle(arguments)));
    }

    /**
     * Returns the callbacks of the tools.
     *
     * @return a new array, in the order in which the tools were added
     */
    @Override
    public ToolCallback[] getToolCallbacks() {
        return tools.values().toArray(ToolCallback[]::new);
    }
}
