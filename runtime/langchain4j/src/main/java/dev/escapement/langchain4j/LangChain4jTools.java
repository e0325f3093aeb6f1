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
 * Generated tools for the AI services of LangChain4j, without any agent:
 *
 * <pre>{@code
 * Map<ToolSpecification, ToolExecutor> tools = new LangChain4jTools()
 *         .add(LookUpOrderSpec.INSTANCE, call -> orders.find(call.orderId()), OrderCodec.INSTANCE)
 *         .add(IssueRefundSpec.INSTANCE, call -> desk.refund(call))
 *         .map();
 * Assistant assistant = AiServices.builder(Assistant.class).chatModel(model).tools(tools).build();
 * }</pre>
 *
 * <p>Arguments are checked before a tool runs. If they are rejected, it does not, and the model is answered with the line
 * for each violation that an agent would be answered with, marked as an error. What a tool throws goes to LangChain4j,
 * whose {@code toolExecutionErrorHandler} says what the model is told: unchecked exceptions unchanged, checked ones as
 * the cause of a {@link dev.langchain4j.exception.ToolExecutionException} with the same message.
 *
 * <p>Needs the artifact {@code langchain4j}, which has the AI services. Filled by one thread; the executors are safe for
 * use by many if the functions are.
 */
public final class LangChain4jTools {

    private final Dialect dialect;
    private final Set<String> names = new HashSet<>();
    private final Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();

    /** No tools yet; the model will be told of them in {@link Dialect#OPENAI}. */
    public LangChain4jTools() {
        this(Dialect.OPENAI);
    }

    /**
     * No tools yet.
     *
     * @param dialect the form of JSON Schema in which the model will be told of them
     */
    public LangChain4jTools(Dialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /**
     * Adds a tool whose result is text.
     *
     * @param tool the generated specification
     * @param function what it does; its text is the answer to the model
     * @param <T> the record of the tool's arguments
     * @return these tools
     * @throws IllegalArgumentException if there is a tool of that name already
     * @throws UnsupportedOperationException if the dialect cannot express the arguments
     */
    public <T> LangChain4jTools add(ToolSpec<T> tool, ToolFunction<? super T, String> function) {
        Objects.requireNonNull(function, "function");
        ToolSpecification specification = ToolSpecificationMapper.of(tool, dialect);
        if (!names.add(tool.name())) {
            throw new IllegalArgumentException("there is a tool named " + tool.name() + " already");
        }
        tools.put(specification, new ValidatingExecutor<>(tool, function));
        return this;
    }

    /**
     * Adds a tool whose result is shown to the model as JSON.
     *
     * @param tool the generated specification
     * @param function what it does
     * @param encoder writes the result: a generated codec, for example
     * @param <T> the record of the tool's arguments
     * @param <R> the type of the result
     * @return these tools
     * @throws IllegalArgumentException if there is a tool of that name already
     * @throws UnsupportedOperationException if the dialect cannot express the arguments
     */
    public <T, R> LangChain4jTools add(
            ToolSpec<T> tool, ToolFunction<? super T, ? extends R> function, JsonEncoder<R> encoder) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(encoder, "encoder");
        return add(tool, arguments -> encoder.encode(function.call(arguments)));
    }

    /**
     * What {@code AiServices.builder(...).tools(...)} takes.
     *
     * @return the tools in the order in which they were added; cannot be changed
     */
    public Map<ToolSpecification, ToolExecutor> map() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(tools));
    }
}
