package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The implementation of {@link Rendering#text}, which renders a thread as text with tags. */
final class ThreadText {

    private ThreadText() {}

    static String of(AgentThread thread) {
        return thread.events().stream().map(event -> tag(event).toString()).collect(Collectors.joining("\n"));
    }

    private static XmlTag tag(Event event) {
        return switch (event.kind()) {
            case STARTED -> started((Event.Started) event);
            case CONTEXT_FETCHED -> fetched((Event.ContextFetched) event);
            case CONTEXT_FAILED -> failed((Event.ContextFailed) event);
            case MODEL_REPLIED -> replied((Event.ModelReplied) event);
            case TEXT_REJECTED -> plain(event).text(((Event.TextRejected) event).reason());
            case PERSON_ASKED -> plain(event).text(((Event.PersonAsked) event).question());
            case MESSAGE_RECEIVED ->
                withFiles(
                        plain(event).text(((Event.MessageReceived) event).text()),
                        ((Event.MessageReceived) event).files());
            case REQUEST_FAILED -> requestFailed((RequestFailed) event);
            case BUDGET_EXTENDED -> plain(event).attribute("by", ((Event.BudgetExtended) event).by());
            case STOPPED -> stopped((Event.Stopped) event);
            case CALL_REJECTED -> ofCall(event).text(((Event.CallRejected) event).reason());
            case GATE_DENIED -> ofCall(event).text(((Event.GateDenied) event).reason());
            case GATE_FAILED -> ofCall(event).text(((Event.GateFailed) event).reason());
            case APPROVAL_ASKED -> ofCall(event).text(((Event.ApprovalAsked) event).question());
            case EXPIRED ->
                ofCall(event)
                        .text(((Event.Expired) event)
                                .fallback()
                                .map(Rendering::bare)
                                .orElse(""));
            case AGENT_UPDATED -> plain(event);
            case DELEGATE_STARTED -> delegated((DelegateStarted) event);
            case DELEGATE_ENDED -> ended((DelegateEnded) event);
            case APPROVED -> approved((Event.Approved) event);
            case REFUSED -> refused((Event.Refused) event);
            case STEP_RETURNED -> returned((Event.StepReturned) event);
            case CALL_SELECTED -> ofCall(event).tag(call(((Event.CallSelected) event).next()));
            case STEP_FAILED -> ofCall(event).text(((Event.StepFailed) event).message());
            case ANSWERED_BY_PERSON -> resolved((AnsweredByPerson) event);
            case REPLY_ASKED -> ofCall(event).text(((Event.ReplyAsked) event).question());
            case REPLY_RECEIVED -> received((Event.ReplyReceived) event);
            case FINISHED -> finished((Event.Finished) event);
            case GATE_PASSED, STEP_STARTED, STEP_IN_DOUBT -> ofCall(event);
        };
    }

    private static XmlTag started(Event.Started event) {
        String trigger = event.start().trigger();
        XmlTag tag = plain(event).attribute("agent", event.agent());
        (trigger.isEmpty() ? tag : tag.attribute("trigger", trigger)).text(event.input());
        return withFiles(tag, event.start().files());
    }

    private static XmlTag returned(Event.StepReturned event) {
        return withFiles(ofCall(event).text(Rendering.bare(event.result())), event.files());
    }

    private static XmlTag delegated(DelegateStarted event) {
        XmlTag tag = ofCall(event)
                .attribute("agent", event.agent())
                .text(event.start().input());
        return withFiles(tag, event.start().files());
    }

    private static XmlTag ended(DelegateEnded event) {
        return withFiles(
                ofCall(event).text(event.succeeded() ? Rendering.bare(event.result()) : event.result()), event.files());
    }

    private static XmlTag received(Event.ReplyReceived event) {
        return withFiles(ofCall(event).text(Rendering.bare(event.reply())), event.files());
    }

    /** Adds a nested tag for each file. */
    private static XmlTag withFiles(XmlTag tag, List<Content.File> files) {
        for (Content.File file : files) {
            tag.line()
                    .tag(new XmlTag("file").attribute("type", file.mediaType()).attribute("name", file.name()));
        }
        return files.isEmpty() ? tag : tag.line();
    }

    private static XmlTag fetched(Event.ContextFetched event) {
        return withFiles(
                plain(event).attribute("source", event.source()).text(Rendering.bare(event.result())), event.files());
    }

    private static XmlTag failed(Event.ContextFailed event) {
        return plain(event).attribute("source", event.source()).text(event.message());
    }

    private static XmlTag approved(Event.Approved event) {
        return ofCall(event)
                .attribute("by", event.by())
                .text(event.editedArguments().orElse(""));
    }

    private static XmlTag refused(Event.Refused event) {
        return ofCall(event).attribute("by", event.by()).text(event.reason());
    }

    private static XmlTag resolved(AnsweredByPerson event) {
        XmlTag tag = ofCall(event)
                .attribute("by", event.by())
                .attribute("as", event.answer().kind().name().toLowerCase(Locale.ROOT));
        return switch (event.answer().kind()) {
            case RETURNED -> tag.text(Rendering.bare(((Answer.Returned) event.answer()).json()));
            case FINISHED -> tag.text(Rendering.bare(((Answer.Finished) event.answer()).json()));
            case QUESTION -> tag.text(((Answer.Question) event.answer()).text());
            case FAILED -> tag.text(((Answer.Failed) event.answer()).reason());
            case NEXT -> event.next().map(next -> tag.tag(call(next))).orElse(tag);
            case RUN_AGAIN -> tag;
        };
    }

    private static XmlTag requestFailed(RequestFailed event) {
        return plain(event)
                .attribute("part", event.part().name().toLowerCase(Locale.ROOT))
                .text(event.message());
    }

    private static XmlTag stopped(Event.Stopped event) {
        XmlTag tag = event.by().isEmpty() ? plain(event) : plain(event).attribute("by", event.by());
        return tag.attribute("cause", event.cause().name().toLowerCase(Locale.ROOT))
                .text(event.reason());
    }

    private static XmlTag finished(Event.Finished event) {
        XmlTag tag = event.callId().isEmpty() ? plain(event) : ofCall(event);
        return withFiles(tag.text(Rendering.bare(event.result())), event.files());
    }

    private static XmlTag replied(Event.ModelReplied replied) {
        XmlTag tag = plain(replied);
        if (replied.stop() != StopReason.COMPLETE) {
            tag.attribute("stop", replied.stop().name().toLowerCase(Locale.ROOT));
        }
        tag.text(replied.text());
        for (Call call : replied.calls()) {
            tag.line().tag(call(call));
        }
        return replied.calls().isEmpty() ? tag : tag.line();
    }

    private static XmlTag call(Call call) {
        return new XmlTag("call")
                .attribute("id", call.id())
                .attribute("tool", call.tool())
                .text(call.arguments());
    }

    private static XmlTag plain(Event event) {
        return new XmlTag(event.kind().name().toLowerCase(Locale.ROOT));
    }

    private static XmlTag ofCall(Event event) {
        return plain(event).attribute("call", ((Event.OfCall) event).callId());
    }
}
