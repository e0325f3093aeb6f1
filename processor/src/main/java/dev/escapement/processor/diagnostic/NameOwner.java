package dev.escapement.processor.diagnostic;

/** The phrases for elements that may already use a name. */
public enum NameOwner implements Wording {
    TRIGGER("another trigger"),
    PREFETCH("the prefetch method {0}()"),
    TOOL_METHOD("a method of every generated loop"),
    REPLY_METHOD("the generated method for replies to the step {0}()"),
    RESULT_METHOD("the generated method for the result of the step {0}()"),
    DELEGATE_METHOD("the generated method that starts a child thread with the trigger {0}()"),
    SELECTION_METHOD("the generated method that continues after the step {0}()");

    private final String template;

    NameOwner(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
