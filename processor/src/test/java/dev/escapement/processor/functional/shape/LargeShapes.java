package dev.escapement.processor.functional.shape;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.List;
import java.util.Optional;

/** Schemas that exceed the limits of class files. */
public interface LargeShapes {

    /** A line with characters that require escapes, and one that a class file encodes as two. */
    String LINE = "0123456789 \"quoted\" and 😀 \\ the end; ";

    /** Many lines. */
    String PAGE =
            LINE + LINE + LINE + LINE + LINE + LINE + LINE + LINE + LINE + LINE + LINE + LINE + LINE + LINE + LINE;

    /** Many pages. */
    String CHAPTER = PAGE + PAGE + PAGE + PAGE + PAGE + PAGE + PAGE + PAGE + PAGE + PAGE + PAGE + PAGE + PAGE + PAGE;

    /** A text that exceeds a constant of a class file once its quotes are escaped. */
    String BOOK = CHAPTER + CHAPTER + CHAPTER + CHAPTER + CHAPTER + CHAPTER + CHAPTER;

    /** A record with more than 64 properties, more than half of them required. */
    @Tool
    @SuppressWarnings("ESC040")
    record Wide(
            int p0,
            Optional<String> p1,
            boolean p2,
            String p3,
            long p4,
            int p5,
            Optional<String> p6,
            boolean p7,
            String p8,
            long p9,
            int p10,
            Optional<String> p11,
            boolean p12,
            String p13,
            long p14,
            int p15,
            Optional<String> p16,
            boolean p17,
            String p18,
            long p19,
            int p20,
            Optional<String> p21,
            boolean p22,
            String p23,
            long p24,
            int p25,
            Optional<String> p26,
            boolean p27,
            String p28,
            long p29,
            int p30,
            Optional<String> p31,
            boolean p32,
            String p33,
            long p34,
            int p35,
            Optional<String> p36,
            boolean p37,
            String p38,
            long p39,
            int p40,
            Optional<String> p41,
            boolean p42,
            String p43,
            long p44,
            int p45,
            Optional<String> p46,
            boolean p47,
            String p48,
            long p49,
            int p50,
            Optional<String> p51,
            boolean p52,
            String p53,
            long p54,
            int p55,
            Optional<String> p56,
            boolean p57,
            String p58,
            long p59,
            int p60,
            Optional<String> p61,
            boolean p62,
            String p63,
            long p64,
            int p65,
            Optional<String> p66,
            boolean p67,
            String p68,
            long p69) {}

    /** A record with a schema of more than 65,535 bytes. */
    @Tool
    record Long(
            @Describe(CHAPTER) String a,
            @Describe(CHAPTER) List<String> b,
            @Describe(CHAPTER) Optional<Boolean> c,
            @Describe(CHAPTER) double d,
            @Describe(CHAPTER) Enums.Size e,
            @Describe(CHAPTER) String f,
            @Describe(CHAPTER) Enums.Only g,
            @Describe(CHAPTER) long h) {}

    /** A record with a description of more than 65,535 bytes. */
    @Tool
    record Endless(
            @Describe(BOOK) String word,
            @Describe("a number") int number) {}
}
