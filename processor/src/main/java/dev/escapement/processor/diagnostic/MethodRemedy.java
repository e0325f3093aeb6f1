package dev.escapement.processor.diagnostic;

/** The changes that make a method of an agent usable. */
public enum MethodRemedy implements Wording {
    NOT_PRIVATE("Remove private."),
    NOT_STATIC("Remove static."),
    ADD_STATIC("Declare the method static."),
    ADD_PUBLIC("Declare the method public."),
    NOT_ABSTRACT("Implement the method."),
    NOT_GENERIC("Remove the type parameters of the method."),
    NO_PARAMETERS("Remove the parameters, and pass such values to the constructor of the agent."),
    NO_EXCEPTION("Remove the throws clause, and handle the exception in the method."),
    RETURN_TEXT("Return String."),
    RETURN_INPUT("Return String, the input of the new thread."),
    RETURN_VERDICT("Return Verdict, for example Verdict.proceed() or Verdict.ask(\"…\")."),
    RETURN_TEXT_OR_MESSAGES("Return String or List<Message>."),
    RETURN_TOOL_OR_VALUE("Return the @Tool record of the next step, or the value to send to the model."),
    RETURN_VALUE("Return the value to send to the model."),
    CONVERT_JSON("Declare one parameter of the type JsonText, and return JsonText."),
    TAKE_TOOL("Use a @Tool record, or a sealed interface of @Tool records, as the type of the first parameter."),
    TAKE_CALL_AND_RESULT(
            "Take the @Tool record of the step that delegates and, as a second parameter, the result of the"
                    + " child thread."),
    TAKE_PAYLOAD("Add one parameter for the payload of the trigger."),
    TAKE_TICK("Remove the parameter, or use one parameter of the type java.time.Instant, the time of the tick."),
    TAKE_ONE("Combine the parameters into one record."),
    TAKE_THREAD("Add a first parameter of the type AgentThread."),
    ONLY_TOOL_AND_THREAD("Remove the parameter. A gate takes the tool and, optionally, an AgentThread."),
    ONLY_CALL_AND_RESULT("Remove the parameter. A join takes the tool of its step and the result of the child thread."),
    ONLY_THREAD("Remove the parameter. A prefetch method takes, at most, an AgentThread."),
    ONLY_THREAD_AND_LAST("Remove the parameter. A context method takes an AgentThread and, optionally, a boolean that"
            + " marks the last request.");

    private final String template;

    MethodRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
