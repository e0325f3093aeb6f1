package dev.escapement.processor.diagnostic;

/** Elements that have a name already. */
public enum NameOwner implements Wording {
    TRIGGER("another trigger, and a thread records which one started it"),
    PREFETCH("what {0} fetches, and the model is shown it under that name"),
    TOOL_METHOD("the method that every generated loop has for the name of a tool"),
    REPLY_METHOD("the method with which the generated loop replies to the step {0}"),
    SELECTION_METHOD("the method with which the generated loop goes on after the step {0}");

    private final String template;

    NameOwner(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
