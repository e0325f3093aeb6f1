package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class with {@link Step}, {@link Join}, {@link Gate} and {@link Prefetch} methods that several agents share. An agent
 * lists its toolkits in {@link Agent#toolkits}; the constructor of its generated loop takes one instance of each, after the
 * agent and in the order of the list. A toolkit can be in another module than its agents.
 *
 * <p>An agent can restrict a toolkit: its own gates apply in addition to those of the toolkit, and {@link Agent#withheld}
 * lists the tools of steps that the model may not select. It cannot replace a step or remove a gate.
 *
 * <p>A toolkit is a class that is not abstract, generic or private. The rules for the steps of agents apply: a destructive
 * step requires a gate in the toolkit. {@link Prompt}, {@link Trigger} and {@link Context} methods belong to an agent. If an
 * agent is in another package, the toolkit, its methods and the types that they use must be public.
 *
 * <pre>{@code
 * @Toolkit
 * final class Mailbox {
 *     private final List<Mail> mails;
 *
 *     Mailbox(List<Mail> mails) {
 *         this.mails = mails;
 *     }
 *
 *     @Step(effect = Effect.READ)
 *     List<Mail> search(SearchMail call) {
 *         return mails.stream().filter(mail -> mail.text().contains(call.words())).toList();
 *     }
 * }
 * }</pre>
 *
 * <p>An agent that uses the toolkit, for which {@code new AssistantLoop(new Assistant(), new Mailbox(mails))} creates the
 * loop:
 *
 * <pre>{@code
 * @Agent(toolkits = Mailbox.class)
 * final class Assistant {
 *     @Prompt
 *     String prompt() {
 *         return "Answer questions about the mails.";
 *     }
 *
 *     @Step
 *     Finish<CaseClosed> close(CloseCase call) {
 *         return Finish.with(new CaseClosed(call.summary()));
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Toolkit {}
