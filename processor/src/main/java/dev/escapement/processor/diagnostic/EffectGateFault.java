package dev.escapement.processor.diagnostic;

/** The reasons why it is unknown which steps a gate on effects guards, each with its remedy. */
public enum EffectGateFault implements Wording {
    WITHOUT_CALL(
            "lists effects but does not take a Call. The guarded steps have different tools. Use Call as the type of"
                    + " the first parameter, or remove effects from @Gate"),
    WITHOUT_EFFECTS("takes a Call but does not list effects. The effects determine the guarded steps. Write"
            + " @Gate(effects = …), or use a @Tool record as the type of the first parameter");

    private final String template;

    EffectGateFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
