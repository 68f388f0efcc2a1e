package dev.natter.mail.otp;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** What a mail looks like; checked against its parameters when the service is built. */
@CheckedTemplate
final class OtpMailTemplates {

    private OtpMailTemplates() {}

    static native TemplateInstance otpMail(String title, String preview, List<Line> lines);
}
