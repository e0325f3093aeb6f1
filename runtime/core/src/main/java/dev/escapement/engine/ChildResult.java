package dev.escapement.engine;

import dev.escapement.codegen.JsonReader;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonDecoder;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.UpcastException;
import dev.escapement.json.Upcasts;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The decoding of the result of one child thread, whose form is unknown. Each form of the result is decoded once. Used by
 * one Java thread.
 *
 * @param <R> the type of the result
 */
final class ChildResult<R> {

    private final Call call;
    private final JsonDecoder<R> decoder;

    /** The forms of the result that were decoded. */
    private final Map<String, Decoded<? extends R>> forms = new HashMap<>();

    /** The exceptions of the constructors of records in all forms, in the order of the forms. */
    private final List<Throwable> defects = new ArrayList<>();

    /**
     * Creates a decoding.
     *
     * @param call the call whose step delegated
     * @param decoder the decoder of the current form
     */
    ChildResult(Call call, JsonDecoder<R> decoder) {
        this.call = call;
        this.decoder = decoder;
    }

    /**
     * Returns the value of a result. It is converted only if it is not valid and exactly one earlier form results in a valid
     * one.
     *
     * @param result the result as JSON text
     * @param upcasts the conversions of earlier forms
     * @throws ChildResultException if the result is not valid, or a conversion failed
     */
    R value(String result, Upcasts upcasts) {
        List<UpcastException> failures = new ArrayList<>();
        String current =
                upcasts.upcastUnknown(result, form -> decoded(form) instanceof Decoded.Accepted<?>, failures::add);
        return decoded(current).fold(accepted -> accepted.value(), rejected -> {
            throw unread(rejected, failures);
        });
    }

    private Decoded<? extends R> decoded(String form) {
        Decoded<? extends R> known = forms.get(form);
        if (known == null) {
            ReadOptions options = new ReadOptions(Set.of(), null, (path, defect) -> defects.add(defect), file -> {});
            known = RecordedReply.guarded(() -> JsonReader.decode(decoder, form, options), defects::add);
            forms.put(form, known);
        }
        return known;
    }

    private ChildResultException unread(Decoded.Rejected<?> rejected, List<UpcastException> failures) {
        if (!failures.isEmpty()) {
            return new ChildResultException(
                    ChildResultException.Reason.RESULT,
                    "The result of the child thread of the call " + call.id()
                            + " cannot be converted for the join of the" + " tool " + call.tool()
                            + ". Correct the @Upcast method, or restore the type.",
                    failures.get(0));
        }
        String heading =
                "The result of the child thread of the call " + call.id() + " is not valid for the join of the tool "
                        + call.tool() + ". Convert it with an @Upcast method, or restore the type.";
        return new ChildResultException(
                ChildResultException.Reason.RESULT,
                rejected.report(heading),
                defects.isEmpty() ? null : defects.get(0));
    }
}
