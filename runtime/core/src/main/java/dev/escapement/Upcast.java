package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method of a {@link Tool} record, or of a record that is the reply of a {@link Pause} or the result of a
 * {@link Finish}, that converts the JSON of an earlier form of the record to the next form. It takes and returns a {@link
 * dev.escapement.json.JsonText}. It is applied whenever a text that was recorded in that form is decoded; stored events do
 * not change. Several methods are applied in declaration order, oldest form first, beginning with the one whose {@link
 * #from} matches the recorded fingerprint.
 *
 * <pre>{@code
 * @Tool
 * @Describe("Refunds an order.")
 * record IssueRefund(@Describe("Order number") String orderId, @Describe("Amount in cents") long amountCents) {
 *     @Upcast(from = "3d76b3becf5d95c9")
 *     static JsonText eurosToCents(JsonText old) {
 *         return new JsonText(old.canonical()
 *                 .replaceFirst("\"amount\":(?<euros>-?\\d+)", "\"amountCents\":${euros}00"));
 *     }
 * }
 * }</pre>
 *
 * <p>If the converted arguments of a call differ from those that a person approved, and the call has not run, the approval
 * is requested again. If the thread has not recorded its version of the agent, a text is converted only if it is not valid in
 * the current form and exactly one earlier form results in a valid text.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Upcast {

    /**
     * Returns the beginning of the fingerprint of the earlier form, as it is in the lock file and in the start of a
     * thread.
     *
     * @return 8 to 64 hexadecimal digits
     */
    String from();
}
