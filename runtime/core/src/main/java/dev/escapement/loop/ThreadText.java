package dev.escapement.loop;

import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.util.Locale;
import java.util.stream.Collectors;

/** The compact form of a thread: a tag an event, named as the event is in JSON. */
final class ThreadText {

    private ThreadText() {}

    static String of(AgentThread thread) {
        return thread.events().stream().map(event -> tag(event).toString()).collect(Collectors.joining("\n"));
    }

    private static Tag tag(Event event) {
        if (event instanceof Event.OfCall ofCall) {
            return tag(ofCall);
        }
        if (event instanceof Event.Started started) {
            Tag tag = new Tag("started").attribute("agent", started.agent());
            String trigger = started.start().trigger();
            return (trigger.isEmpty() ? tag : tag.attribute("trigger", trigger)).text(started.input());
        }
        if (event instanceof Event.ContextFetched fetched) {
            return new Tag("context_fetched")
                    .attribute("source", fetched.source())
                    .text(Rendering.bare(fetched.result()));
        }
        if (event instanceof Event.ContextFailed failed) {
            return new Tag("context_failed")
                    .attribute("source", failed.source())
                    .text(failed.message());
        }
        if (event instanceof Event.ModelReplied replied) {
            return replied(replied);
        }
        if (event instanceof Event.TextRejected rejected) {
            return new Tag("text_rejected").text(rejected.reason());
        }
        if (event instanceof Event.PersonAsked asked) {
            return new Tag("person_asked").text(asked.question());
        }
        if (event instanceof Event.MessageReceived received) {
            return new Tag("message_received").text(received.text());
        }
        if (event instanceof Event.Stopped stopped) {
            return new Tag("stopped").text(stopped.reason());
        }
        throw new IllegalStateException("no tag for " + event);
    }

    private static Tag replied(Event.ModelReplied replied) {
        Tag tag = new Tag("model_replied");
        if (replied.stop() != StopReason.COMPLETE) {
            tag.attribute("stop", replied.stop().name().toLowerCase(Locale.ROOT));
        }
        tag.text(replied.text());
        for (Call call : replied.calls()) {
            tag.line().tag(call(call));
        }
        return replied.calls().isEmpty() ? tag : tag.line();
    }

    private static Tag call(Call call) {
        return new Tag("call")
                .attribute("id", call.id())
                .attribute("tool", call.tool())
                .text(call.arguments());
    }

    private static Tag tag(Event.OfCall event) {
        if (event instanceof Event.CallRejected rejected) {
            return of("call_rejected", event).text(rejected.reason());
        }
        if (event instanceof Event.GatePassed) {
            return of("gate_passed", event);
        }
        if (event instanceof Event.GateDenied denied) {
            return of("gate_denied", event).text(denied.reason());
        }
        if (event instanceof Event.ApprovalAsked asked) {
            return of("approval_asked", event).text(asked.question());
        }
        if (event instanceof Event.Approved approved) {
            return of("approved", event)
                    .attribute("by", approved.by())
                    .text(approved.editedArguments().orElse(""));
        }
        if (event instanceof Event.Refused refused) {
            return of("refused", event).attribute("by", refused.by()).text(refused.reason());
        }
        if (event instanceof Event.StepStarted) {
            return of("step_started", event);
        }
        if (event instanceof Event.StepReturned returned) {
            return of("step_returned", event).text(Rendering.bare(returned.result()));
        }
        if (event instanceof Event.CallSelected selected) {
            return of("call_selected", event).tag(call(selected.next()));
        }
        if (event instanceof Event.StepFailed failed) {
            return of("step_failed", event).text(failed.message());
        }
        if (event instanceof Event.RerunAllowed allowed) {
            return of("rerun_allowed", event).attribute("by", allowed.by());
        }
        if (event instanceof Event.StepConfirmed confirmed) {
            return of("step_confirmed", event).attribute("by", confirmed.by()).text(confirmed.note());
        }
        if (event instanceof Event.ReplyAsked asked) {
            return of("reply_asked", event).text(asked.question());
        }
        if (event instanceof Event.ReplyReceived received) {
            return of("reply_received", event).text(Rendering.bare(received.reply()));
        }
        if (event instanceof Event.Finished finished) {
            Tag tag = finished.callId().isEmpty() ? new Tag("finished") : of("finished", event);
            return tag.text(Rendering.bare(finished.result()));
        }
        throw new IllegalStateException("no tag for " + event);
    }

    private static Tag of(String kind, Event.OfCall event) {
        return new Tag(kind).attribute("call", event.callId());
    }
}
