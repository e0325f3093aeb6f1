package dev.escapement.langchain4j;

import dev.escapement.json.JsonEncoder;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A collection of generated tools for use in LangChain4j's AI services without an agent.
 *
 * <pre>{@code
 * Map<ToolSpecification, ToolExecutor> tools = new LangChain4jTools()
 *         .add(LookUpOrderSpec.INSTANCE, call -> orders.find(call.orderId()), OrderCodec.INSTANCE)
 *         .add(IssueRefundSpec.INSTANCE, call -> orders.refund(call.orderId(), call.amountCents(), key).orderId())
 *         .map();
 * Assistant assistant = AiServices.builder(Assistant.class).chatModel(chatModel).tools(tools).build();
 * }</pre>
 *
 * <p>Arguments are validated before a tool runs. Invalid ones are answered with the same lines as in an agent, one for each
 * violation, marked as an error, and the tool does not run. Exceptions of a tool are passed to LangChain4j, whose {@code
 * toolExecutionErrorHandler} determines the answer: unchecked ones unchanged, checked ones as the cause of a {@link
 * dev.langchain4j.exception.ToolExecutionException} with the same message.
 *
 * <p>Requires the artifact {@code langchain4j}, which contains the AI services. Not safe for use by several Java threads; the
 * executors are if the functions are.
 */
public final class LangChain4jTools {

    private final Dialect dialect;
    private final Set<String> names = new HashSet<>();
    private final Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();

    /** Creates an empty collection with schemas in {@link Dialect#OPENAI}. */
    public LangChain4jTools() {
        this(Dialect.OPENAI);
    }

    /**
     * Creates an empty collection with schemas in a given dialect.
     *
     * @param dialect the dialect of their schemas
     */
    public LangChain4jTools(Dialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /**
     * Adds a tool whose result is sent to the model as text.
     *
     * @param tool the generated specification
     * @param function runs the tool and returns the answer to the model
     * @param <T> the record of the tool's arguments
     * @return these tools
     * @throws IllegalArgumentException if a tool of the same name was added before
     * @throws UnsupportedOperationException if the dialect cannot express the arguments
     */
    public <T> LangChain4jTools add(ToolSpec<T> tool, ToolFunction<? super T, String> function) {
        Objects.requireNonNull(function, "function");
        ToolSpecification specification = ToolSpecificationMapper.of(tool, dialect);
        if (!names.add(tool.name())) {
            throw new IllegalArgumentException("A tool named " + tool.name() + " was added before.");
        }
        tools.put(specification, new ValidatingExecutor<>(tool, function));
        return this;
    }

    /**
     * Adds a tool whose result is sent to the model as JSON.
     *
     * @param tool the generated specification
     * @param function runs the tool
     * @param encoder writes the result: a generated codec, for example
     * @param <T> the record of the tool's arguments
     * @param <R> the type of the result
     * @return these tools
     * @throws IllegalArgumentException if a tool of the same name was added before
     * @throws UnsupportedOperationException if the dialect cannot express the arguments
     */
    public <T, R> LangChain4jTools add(
            ToolSpec<T> tool, ToolFunction<? super T, ? extends R> function, JsonEncoder<R> encoder) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(encoder, "encoder");
        return add(tool, arguments -> encoder.encode(function.call(arguments)));
    }

    /**
     * Returns the tools as a map that {@code AiServices.builder(...).tools(...)} accepts.
     *
     * @return the tools in the order in which they were added; cannot be changed
     */
    public Map<ToolSpecification, ToolExecutor> map() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(tools));
    }
}
