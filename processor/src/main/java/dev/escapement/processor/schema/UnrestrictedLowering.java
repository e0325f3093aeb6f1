package dev.escapement.processor.schema;

import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Form;
import dev.escapement.processor.schema.Schema.Notes;
import org.jspecify.annotations.Nullable;

/**
 * The lowering for {@code OPENAI} and {@code ANTHROPIC}. These dialects accept any schema whose root is an object, but
 * do not enforce it. Keywords that only repeat a Java type are omitted, because they cost tokens without informing the
 * model: the ranges of number types, and the exact patterns of strings, which a format or a few words replace. The
 * omission is not a finding, in these dialects or in others.
 */
class UnrestrictedLowering extends Lowering {

    UnrestrictedLowering(LoweringReport report) {
        super(report);
    }

    @Override
    public Schema.Text text(Schema.Text text) {
        Form form = text.form();
        boolean saysNothing = form.format().isEmpty() && !form.words().isEmpty();
        Notes notes = saysNothing
                ? ConstraintDescriptions.add(text.notes(), ConstraintDescriptions.form(form.words()))
                : text.notes();
        return new Schema.Text(notes, text.values(), withoutRegex(form), text.length(), text.expressions());
    }

    @Override
    public Schema number(Schema.Numeric number) {
        return new Schema.Numeric(
                number.notes(), number.integer(), own(number.minimum()), own(number.maximum()), number.step());
    }

    @Override
    public Schema dictionary(Schema.Dictionary map) {
        Schema.Dictionary lowered = (Schema.Dictionary) super.dictionary(map);
        Schema.Text keys = map.keys();
        if (keys == null) {
            return lowered;
        }
        Form form = withoutRegex(keys.form());
        boolean saysNothing = form.format().isEmpty() && !keys.form().words().isEmpty();
        Notes notes = saysNothing
                ? ConstraintDescriptions.add(
                        map.notes(), ConstraintDescriptions.keys(keys.form().words()))
                : map.notes();
        Schema.Text rest = new Schema.Text(Notes.NONE, keys.values(), form, keys.length(), keys.expressions());
        return new Schema.Dictionary(notes, rest.isPlain() ? null : rest, lowered.values(), map.size());
    }

    /**
     * Returns a form without its regular expression. A form with a format keeps its description in words, which may
     * have to replace the format.
     */
    private static Form withoutRegex(Form form) {
        return form.format().isEmpty() ? Form.ANY : new Form(form.format(), "", form.words());
    }

    private static @Nullable Bound own(@Nullable Bound bound) {
        return bound == null || bound.ofType() ? null : bound;
    }
}
