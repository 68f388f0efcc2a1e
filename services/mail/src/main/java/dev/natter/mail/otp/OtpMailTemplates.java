package dev.natter.mail.otp;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the mails; their parameters are checked at build time. */
@CheckedTemplate
final class OtpMailTemplates {

    private OtpMailTemplates() {}

    static native TemplateInstance otpMail(String title, String preview, List<Line> lines);
}
