package dev.escapement.internal.text;

/**
 * The regular expressions used by {@code TextCodecs}. All are {@code PortablePattern}s, anchored at both ends. They are
 * constants, so that schemas can contain them. Uses only the JDK, because it is shaded into the annotation processor.
 */
public final class TextPatterns {

    // The years that have a 29 February, determined by their first and last two digits.
    private static final String LEAP_YEAR =
            "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";

    private static final String MONTHS_AND_DAYS = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])";
    private static final String DATE = "(?:[0-9]{4}-(?:" + MONTHS_AND_DAYS + ")|" + LEAP_YEAR + "-02-29)";

    private static final String HOURS_AND_MINUTES = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String SECONDS = ":[0-5][0-9](?:\\.[0-9]{1,9})?";
    private static final String TIME = HOURS_AND_MINUTES + "(?:" + SECONDS + ")?";

    private static final String FRACTION = "(?:\\.[0-9]+)?";
    private static final String INTERNET_OFFSET = "[+-]" + HOURS_AND_MINUTES;

    /**
     * The pattern fragment for a time and its offset in RFC 3339, which allows leap seconds, any number of digits after
     * the decimal point, lower-case letters, and offsets of up to 24 hours. With an offset in digits it allows leap seconds
     * at any time; {@link InternetTimes} rejects those that are not at 23:59:60 in UTC.
     */
    private static final String FULL_TIME = "(?:" + HOURS_AND_MINUTES + ":(?:[0-5][0-9]" + FRACTION
            + "[Zz]|(?:[0-5][0-9]|60)" + FRACTION + INTERNET_OFFSET + ")|23:59:60" + FRACTION + "[Zz])";

    /**
     * The pattern fragment for an offset with optional seconds. Offsets before the introduction of standard time have
     * seconds.
     */
    private static final String OFFSET_WITH_SECONDS =
            "(?:Z|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9](?::[0-5][0-9])?|18:00(?::00)?))";

    private static final String REGION = "[A-Za-z][A-Za-z0-9~/._+:-]*";

    // The characters of RFC 3986 section 3.3 and 3.4, as short ASCII ranges that save tokens in schemas.
    private static final String ESCAPED = "|%[0-9A-Fa-f]{2})";
    private static final String USER = "(?:(?:[!$&-.0-;=A-Z_a-z~]" + ESCAPED + "*@)?";

    // The groups of an IPv6 address; the last two can also be an IPv4 address (RFC 3986 section 3.2.2).
    private static final String GROUP = "[0-9A-Fa-f]{1,4}";
    private static final String GROUPS = "(?:" + GROUP + ":)";
    private static final String OCTET = "(?:[1-9]?[0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final String LAST_TWO = "(?:" + GROUPS + GROUP + "|(?:" + OCTET + "\\.){3}" + OCTET + ")";

    /** The pattern fragment for an IPv6 address in brackets, with an optional zone (RFC 6874). */
    private static final String IPV6 =
            "\\[(?:(?:" + GROUPS + "{6}|::" + GROUPS + "{0,5}|" + GROUPS + ":" + GROUPS + "{0,4}|"
                    + GROUPS + "{2}:" + GROUPS + "{0,3}|" + GROUPS + "{3}:" + GROUPS + "{0,2}|" + GROUPS + "{4}:"
                    + GROUPS + "?|"
                    + GROUPS + "{5}:)" + LAST_TWO + "|::(?:" + GROUP + ")?|" + GROUPS + "{1,6}:" + GROUP + "|" + GROUPS
                    + "{1,7}:)(?:%25[0-9A-Z_a-z.]+)?\\]";

    private static final String HOST = "(?:" + IPV6 + "|(?:[!$&-.0-9;=A-Z_a-z~]" + ESCAPED + "+)";
    private static final String PATH_OR_QUERY_START = "(?:[!$&-.0-;=?-Z_a-z~]" + ESCAPED;
    private static final String PATH_AND_QUERY = "(?:[!$&-;=?-Z_a-z~]" + ESCAPED + "*";
    private static final String FRAGMENT = "(?:#" + PATH_AND_QUERY + ")?";

    public static final String BYTES =
            "^(?:[A-Za-z0-9+/]{4})*" + "(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";
    public static final String UUID = "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";
    public static final String URI = "^[A-Za-z][A-Za-z0-9+.-]*:(?:"
            + "//" + USER + HOST + "(?::[0-9]*)?(?:[/?]" + PATH_AND_QUERY + ")?"
            + "|///" + PATH_AND_QUERY
            + "|/?" + PATH_OR_QUERY_START + PATH_AND_QUERY
            + "|/)" + FRAGMENT + "$";
    public static final String URL =
            "^(?:https?|ftp)://" + USER + HOST + "(?::[0-9]{1,5})?(?:[/?]" + PATH_AND_QUERY + ")?" + FRAGMENT + "$";
    public static final String LOCALE = "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$";
    public static final String CURRENCY = "^[A-Z]{3}$";

    public static final String LOCAL_DATE = "^" + DATE + "$";
    public static final String LOCAL_TIME = "^" + TIME + "$";
    public static final String LOCAL_DATE_TIME = "^" + DATE + "[Tt]" + TIME + "$";
    public static final String OFFSET_TIME = "^" + FULL_TIME + "$";
    public static final String OFFSET_DATE_TIME = "^" + DATE + "[Tt]" + FULL_TIME + "$";
    public static final String INSTANT = OFFSET_DATE_TIME;
    public static final String ZONED_DATE_TIME =
            "^" + DATE + "[Tt]" + TIME + OFFSET_WITH_SECONDS + "(?:\\[" + REGION + "\\])?$";
    public static final String YEAR = "^[0-9]{4}$";
    public static final String YEAR_MONTH = "^[0-9]{4}-(?:0[1-9]|1[0-2])$";
    public static final String MONTH_DAY = "^--(?:" + MONTHS_AND_DAYS + "|02-29)$";
    public static final String ZONE_ID = "^(?:" + OFFSET_WITH_SECONDS + "|" + REGION + ")$";
    public static final String ZONE_OFFSET = "^" + OFFSET_WITH_SECONDS + "$";

    private static final String AMOUNT = "-?[0-9]{1,12}";
    private static final String DURATION_SECONDS = AMOUNT + "(?:\\.[0-9]{1,9})?S";
    private static final String UP_TO_59 = "-?[1-5]?[0-9]";

    /**
     * The pattern of an ISO 8601 duration. Components have up to twelve digits; in the form in which a sum is written,
     * hours have up to fifteen.
     */
    public static final String DURATION = "^P(?:" + AMOUNT + "D|(?:" + AMOUNT + "D)?T(?:"
            + AMOUNT + "H(?:" + AMOUNT + "M)?(?:" + DURATION_SECONDS + ")?"
            + "|" + AMOUNT + "M(?:" + DURATION_SECONDS + ")?"
            + "|" + DURATION_SECONDS + ")"
            + "|T-?[0-9]{13,15}H(?:" + UP_TO_59 + "M)?(?:" + UP_TO_59 + "(?:\\.[0-9]{1,9})?S)?)$";

    private static final String YEARS = "-?[0-9]{1,9}Y";
    private static final String MONTHS = "-?[0-9]{1,9}M";

    /**
     * The pattern fragment for the weeks and days of a period. Days alone have up to nine digits; with shorter weeks
     * and days, the sum has at most nine digits.
     */
    private static final String DAYS = "(?:-?[0-9]{1,9}D|-?[0-9]{1,7}W(?:-?[0-9]{1,8}D)?)";

    public static final String PERIOD =
            "^P(?:" + YEARS + "(?:" + MONTHS + ")?" + DAYS + "?|" + MONTHS + DAYS + "?|" + DAYS + ")$";

    public static final String INT_KEY =
            "^(?:0|-?(?:[1-9][0-9]{0,8}|1[0-9]{9}|20[0-9]{8}|21[0-3][0-9]{7}|214[0-6][0-9]{6}"
                    + "|2147[0-3][0-9]{5}|21474[0-7][0-9]{4}|214748[0-2][0-9]{3}|2147483[0-5][0-9]{2}|21474836[0-3][0-9]"
                    + "|214748364[0-7])|-2147483648)$";
    public static final String LONG_KEY = "^(?:0|-?(?:[1-9][0-9]{0,17}|[1-8][0-9]{18}|9[01][0-9]{17}|92[01][0-9]{16}"
            + "|922[0-2][0-9]{15}|9223[0-2][0-9]{14}|92233[0-6][0-9]{13}|922337[01][0-9]{12}|92233720[0-2][0-9]{10}"
            + "|922337203[0-5][0-9]{9}|9223372036[0-7][0-9]{8}|92233720368[0-4][0-9]{7}|922337203685[0-3][0-9]{6}"
            + "|9223372036854[0-6][0-9]{5}|92233720368547[0-6][0-9]{4}|922337203685477[0-4][0-9]{3}"
            + "|9223372036854775[0-7][0-9]{2}|922337203685477580[0-7])|-9223372036854775808)$";

    private TextPatterns() {}
}
