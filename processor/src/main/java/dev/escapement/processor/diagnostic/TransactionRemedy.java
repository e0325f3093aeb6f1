package dev.escapement.processor.diagnostic;

/** The changes to {@code @Transactional} with which an exception rolls the transaction back. */
public enum TransactionRemedy implements Wording {
    /** The arguments are the name and the value of an annotation element. */
    ROLL_BACK("Set {0} = {1}"),
    /** The arguments are the exceptions and the name of an annotation element. */
    DO_NOT_EXCLUDE("Remove {0} from {1}"),
    /** The arguments are those of the other two. */
    BOTH("Set {0} = {1} and remove {2} from {3}");

    private final String template;

    TransactionRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
