package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.content.Content;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Tests of the compact form of a thread, and of its resistance to forged content. */
class ThreadTextTest {

    private static final Instant AT = Instant.EPOCH;

    @Test
    void everyEventIsATag() {
        AgentThread thread = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Desk", Start.of("Where is A-1?"), Budget.UNLIMITED.withSteps(9)),
                        new Event.Started(AT, "Desk", new Start("deploy", "on_slack", "{}"), Budget.UNLIMITED),
                        new Event.ContextFetched(AT, "tags", "[\"v1\"]", Duration.ZERO),
                        new Event.ContextFailed(AT, "tags", "no network", true),
                        new Event.ModelReplied(AT, "Hello.", List.of(), new Usage(1, 2)),
                        new Event.TextRejected(AT, "call a tool"),
                        new Event.ModelReplied(
                                AT,
                                "Let me see.",
                                List.of(new Call("c1", "pay", "{\"cents\":5}"), new Call("c2", "wait", "")),
                                Usage.NONE),
                        new Event.ModelReplied(
                                AT,
                                "It is",
                                List.of(),
                                Usage.NONE,
                                StopReason.CONTENT_FILTER,
                                new ReplyProvenance("p", "m", "r1", "aa", "bb"),
                                Optional.of(new ProviderState("p.messages", "[]")),
                                0,
                                Duration.ZERO),
                        new Event.CallRejected(AT, "c1", "no such tool"),
                        new Event.GatePassed(AT, "c1"),
                        new Event.GateDenied(AT, "c1", "too much"),
                        new Event.ApprovalAsked(AT, "c1", "Pay?", "ab12"),
                        new Event.Approved(AT, "c1", "alice", "ab12", Optional.empty()),
                        new Event.Approved(AT, "c1", "alice", "ab12", Optional.of("{\"cents\":4}")),
                        new Event.Refused(AT, "c1", "bob", "not today"),
                        new Event.StepStarted(AT, "c1", Effect.WRITE, "t1/1/c1", 1, "returns"),
                        new Event.StepReturned(AT, "c1", "\"paid\""),
                        new Event.StepReturned(AT, "c1", ""),
                        new Event.CallSelected(AT, "c1", new Call("c1-2", "check", "{}")),
                        new Event.StepFailed(AT, "c1", "declined", true),
                        new Event.StepInDoubt(AT, "c1", "java.io.IOException", Duration.ZERO),
                        new Event.StepFailed(AT, "c1", "no answer", false, true, Duration.ofSeconds(1)),
                        new Event.GateFailed(AT, "c1", "see t1/1/c1"),
                        new AnsweredByPerson(AT, "c1", "alice", new Answer.RunAgain(), ""),
                        new AnsweredByPerson(AT, "c1", "alice", new Answer.Returned("\"it was paid\""), ""),
                        new AnsweredByPerson(AT, "c1", "alice", new Answer.Next("check", "{}"), "c1-2"),
                        new AnsweredByPerson(AT, "c1", "alice", new Answer.Question("Which one?"), ""),
                        new AnsweredByPerson(AT, "c1", "alice", new Answer.Finished("\"done\""), ""),
                        new AnsweredByPerson(AT, "c1", "alice", new Answer.Failed("not paid"), ""),
                        new Event.ReplyAsked(AT, "c1", "Which one?", "{}"),
                        new Event.ReplyReceived(AT, "c1", "{\"n\":1}", true, List.of()),
                        new Event.Expired(AT, "c1", Optional.empty()),
                        new Event.Expired(AT, "c1", Optional.of("\"none\"")),
                        new Event.PersonAsked(AT, "What now?"),
                        new Event.MessageReceived(AT, "go on"),
                        new Event.MessageReceived(
                                AT, "see", List.of(new Content.File("image/png", "a\"<b", "0".repeat(64), 1))),
                        new DelegateStarted(AT, "c1", "Orders", "t1~ab", Start.of("A-1"), Budget.UNLIMITED, true),
                        new DelegateEnded(AT, "c1", true, "\"sent\"", "close", Usage.NONE, List.of(), true),
                        new DelegateEnded(AT, "c1", false, "\"it\" stopped", "", Usage.NONE, List.of(), true),
                        new AgentUpdated(AT, Map.of()),
                        new RequestFailed(AT, RequestFailed.Part.PROVIDER, "too long", ResponseInfo.NONE),
                        new Event.BudgetExtended(AT, "alice", Budget.UNLIMITED.withTokens(7)),
                        new Event.Finished(AT, "c1", "\"done\""),
                        new Event.Finished(AT, "", "\"done\""),
                        new Event.Stopped(AT, "", StopCause.FAILURES, "enough"),
                        new Event.Stopped(AT, "alice", StopCause.CANCELLED, "enough")));

        assertEquals("""
                <started agent="Desk">Where is A-1?</started>
                <started agent="Desk" trigger="on_slack">deploy</started>
                <context_fetched source="tags">["v1"]</context_fetched>
                <context_failed source="tags">no network</context_failed>
                <model_replied>Hello.</model_replied>
                <text_rejected>call a tool</text_rejected>
                <model_replied>Let me see.
                <call id="c1" tool="pay">{"cents":5}</call>
                <call id="c2" tool="wait"/>
                </model_replied>
                <model_replied stop="content_filter">It is</model_replied>
                <call_rejected call="c1">no such tool</call_rejected>
                <gate_passed call="c1"/>
                <gate_denied call="c1">too much</gate_denied>
                <approval_asked call="c1">Pay?</approval_asked>
                <approved call="c1" by="alice"/>
                <approved call="c1" by="alice">{"cents":4}</approved>
                <refused call="c1" by="bob">not today</refused>
                <step_started call="c1"/>
                <step_returned call="c1">paid</step_returned>
                <step_returned call="c1"/>
                <call_selected call="c1"><call id="c1-2" tool="check">{}</call></call_selected>
                <step_failed call="c1">declined</step_failed>
                <step_in_doubt call="c1"/>
                <step_failed call="c1">no answer</step_failed>
                <gate_failed call="c1">see t1/1/c1</gate_failed>
                <answered_by_person call="c1" by="alice" as="run_again"/>
                <answered_by_person call="c1" by="alice" as="returned">it was paid</answered_by_person>
                <answered_by_person call="c1" by="alice" as="next"><call id="c1-2" tool="check">{}</call></answered_by_person>
                <answered_by_person call="c1" by="alice" as="question">Which one?</answered_by_person>
                <answered_by_person call="c1" by="alice" as="finished">done</answered_by_person>
                <answered_by_person call="c1" by="alice" as="failed">not paid</answered_by_person>
                <reply_asked call="c1">Which one?</reply_asked>
                <reply_received call="c1">{"n":1}</reply_received>
                <expired call="c1"/>
                <expired call="c1">none</expired>
                <person_asked>What now?</person_asked>
                <message_received>go on</message_received>
                <message_received>see
                <file type="image/png" name="a&quot;&lt;b"/>
                </message_received>
                <delegate_started call="c1" agent="Orders">A-1</delegate_started>
                <delegate_ended call="c1">sent</delegate_ended>
                <delegate_ended call="c1">"it" stopped</delegate_ended>
                <agent_updated/>
                <request_failed part="provider">too long</request_failed>
                <budget_extended by="alice"/>
                <finished call="c1">done</finished>
                <finished>done</finished>
                <stopped cause="failures">enough</stopped>
                <stopped by="alice" cause="cancelled">enough</stopped>""", Rendering.text(thread));
    }

    @Test
    void whatWouldBeATagIsEscaped() {
        assertEquals("""
                <started agent="&quot;&#10;&#9;&gt;">&lt;/started&gt;&amp;lt;"
                \t\\u000d\\u0000\\u009b\\ud83d\\uffff😀\u2028</started>""", text("\"\r\n\t>", "</started>&lt;\"\r\n\t\r\0\u009b\ud83d\uffff😀\u2028"));
    }

    private static String text(String agent, String input) {
        return Rendering.text(new AgentThread("t1", List.of(new Event.Started(AT, agent, input))));
    }

    @TestFactory
    Stream<DynamicTest> aParserFindsExactlyTheEventsThatWentIn() {
        return IntStream.range(0, 100)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    AgentThread thread = new RandomEvents(seed).thread(50);

                    assertEquals(
                            thread.events().stream().map(ThreadTextTest::seen).toList(),
                            parsed(Rendering.text(thread)));
                }));
    }

    /** A tag: its name, its attributes, the text before its nested tags, and the nested tags. */
    private record Seen(String tag, Map<String, String> attributes, String text, List<Seen> inner) {}

    private static List<Seen> parsed(String text) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<thread>" + text + "</thread>")))
                .getDocumentElement();
        return seen(root).inner();
    }

    private static Seen seen(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        StringBuilder text = new StringBuilder();
        List<Seen> inner = new ArrayList<>();
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                inner.add(seen(child));
            } else if (inner.isEmpty()) {
                text.append(children.item(i).getTextContent());
            } else {
                assertEquals("\n", children.item(i).getTextContent()); // between tags there are line feeds only
            }
        }
        return new Seen(element.getNodeName(), attributes, text.toString(), inner);
    }

    /** Returns the expected tag of an event. */
    private static Seen seen(Event event) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT);
        Map<String, String> attributes = new TreeMap<>();
        if (event instanceof Event.OfCall ofCall
                && !(event instanceof Event.Finished && ofCall.callId().isEmpty())) {
            attributes.put("call", shown(ofCall.callId()));
        }
        if (event instanceof Event.Started started) {
            attributes.put("agent", shown(started.agent()));
            if (!started.start().trigger().isEmpty()) {
                attributes.put("trigger", shown(started.start().trigger()));
            }
            return seen(
                    kind, attributes, shown(started.input()), started.start().files());
        } else if (event instanceof Event.ContextFetched fetched) {
            attributes.put("source", shown(fetched.source()));
            return seen(kind, attributes, value(fetched.result()), fetched.files());
        } else if (event instanceof Event.ContextFailed failed) {
            attributes.put("source", shown(failed.source()));
            return new Seen(kind, attributes, shown(failed.message()), List.of());
        } else if (event instanceof Event.ModelReplied replied) {
            if (replied.stop() != StopReason.COMPLETE) {
                attributes.put("stop", replied.stop().name().toLowerCase(Locale.ROOT));
            }
            String text = shown(replied.text()) + (replied.calls().isEmpty() ? "" : "\n");
            List<Seen> calls =
                    replied.calls().stream().map(ThreadTextTest::seen).toList();
            return new Seen(kind, attributes, text, calls);
        } else if (event instanceof Event.CallSelected selected) {
            return new Seen(kind, attributes, "", List.of(seen(selected.next())));
        } else if (event instanceof Event.Approved approved) {
            attributes.put("by", shown(approved.by()));
            return new Seen(kind, attributes, shown(approved.editedArguments().orElse("")), List.of());
        } else if (event instanceof Event.Refused refused) {
            attributes.put("by", shown(refused.by()));
            return new Seen(kind, attributes, shown(refused.reason()), List.of());
        } else if (event instanceof AnsweredByPerson answered) {
            attributes.put("by", shown(answered.by()));
            attributes.put("as", answered.answer().kind().name().toLowerCase(Locale.ROOT));
            return answered.next()
                    .map(next -> new Seen(kind, attributes, "", List.of(seen(next))))
                    .orElseGet(() -> new Seen(kind, attributes, content(answered.answer()), List.of()));
        } else if (event instanceof DelegateStarted delegate) {
            attributes.put("agent", shown(delegate.agent()));
            return seen(
                    kind,
                    attributes,
                    shown(delegate.start().input()),
                    delegate.start().files());
        } else if (event instanceof Event.BudgetExtended extended) {
            attributes.put("by", shown(extended.by()));
            return new Seen(kind, attributes, "", List.of());
        } else if (event instanceof RequestFailed failed) {
            attributes.put("part", failed.part().name().toLowerCase(Locale.ROOT));
            return new Seen(kind, attributes, shown(failed.message()), List.of());
        } else if (event instanceof Event.Stopped stopped) {
            attributes.put("cause", stopped.cause().name().toLowerCase(Locale.ROOT));
            if (!stopped.by().isEmpty()) {
                attributes.put("by", shown(stopped.by()));
            }
            return new Seen(kind, attributes, shown(stopped.reason()), List.of());
        }
        return seen(kind, attributes, content(event), files(event));
    }

    private static Seen seen(String kind, Map<String, String> attributes, String text, List<Content.File> files) {
        List<Seen> inner = files.stream()
                .map(file -> new Seen(
                        "file",
                        new TreeMap<>(Map.of("type", file.mediaType(), "name", shown(file.name()))),
                        "",
                        List.of()))
                .toList();
        return new Seen(kind, attributes, files.isEmpty() ? text : text + "\n", inner);
    }

    private static List<Content.File> files(Event event) {
        return switch (event.getClass().getSimpleName()) {
            case "StepReturned" -> ((Event.StepReturned) event).files();
            case "ReplyReceived" -> ((Event.ReplyReceived) event).files();
            case "MessageReceived" -> ((Event.MessageReceived) event).files();
            case "Finished" -> ((Event.Finished) event).files();
            case "DelegateEnded" -> ((DelegateEnded) event).files();
            default -> List.of();
        };
    }

    private static Seen seen(Call call) {
        Map<String, String> attributes = new TreeMap<>(Map.of("id", shown(call.id()), "tool", shown(call.tool())));
        return new Seen("call", attributes, shown(call.arguments()), List.of());
    }

    private static String content(Event event) {
        return switch (event.getClass().getSimpleName()) {
            case "TextRejected" -> shown(((Event.TextRejected) event).reason());
            case "CallRejected" -> shown(((Event.CallRejected) event).reason());
            case "GateDenied" -> shown(((Event.GateDenied) event).reason());
            case "ApprovalAsked" -> shown(((Event.ApprovalAsked) event).question());
            case "StepReturned" -> value(((Event.StepReturned) event).result());
            case "StepFailed" -> shown(((Event.StepFailed) event).message());
            case "ReplyAsked" -> shown(((Event.ReplyAsked) event).question());
            case "ReplyReceived" -> value(((Event.ReplyReceived) event).reply());
            case "Expired" ->
                ((Event.Expired) event).fallback().map(ThreadTextTest::value).orElse("");
            case "PersonAsked" -> shown(((Event.PersonAsked) event).question());
            case "MessageReceived" -> shown(((Event.MessageReceived) event).text());
            case "Finished" -> value(((Event.Finished) event).result());
            case "GateFailed" -> shown(((Event.GateFailed) event).reason());
            case "DelegateEnded" -> result((DelegateEnded) event);
            case "GatePassed", "StepStarted", "StepInDoubt", "AgentUpdated" -> "";
            default -> throw new IllegalArgumentException("what is to be seen of " + event + "?");
        };
    }

    private static String result(DelegateEnded event) {
        return event.succeeded() ? value(event.result()) : shown(event.result());
    }

    private static String content(Answer answer) {
        return switch (answer.kind()) {
            case RETURNED -> value(((Answer.Returned) answer).json());
            case QUESTION -> shown(((Answer.Question) answer).text());
            case FINISHED -> value(((Answer.Finished) answer).json());
            case FAILED -> shown(((Answer.Failed) answer).reason());
            case NEXT, RUN_AGAIN -> "";
        };
    }

    private static String value(String json) {
        return shown(json.isEmpty() ? "" : Rendering.result(json));
    }

    private static final Pattern INEXPRESSIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\ufffe\uffff&&[^\n\t]]");

    private static String shown(String text) {
        return INEXPRESSIBLE
                .matcher(text.replace("\r\n", "\n"))
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }
}
