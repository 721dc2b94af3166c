namespace Verifik.Tests.Runtime;

/// <summary>
/// The complete success payloads of the documentation (Acceso con API Key vía Teléfono). Its token is truncated, so it
/// is not valid.
/// </summary>
internal static class UserDocument
{
    public const string OtpHash = "$2a$10$fdoxDgtv6J7E4nnZoCORSOiUbpCGOOE5JWghrvAUNZIoX5h81zJLq";

    public const string Token = "eyJhbGcpXVCJ9.eyJjbGllbnR...JZCIYiUzNjEaIWxYShWeBaRs";

    public const string PhoneLogin = $$"""
        {
            "data": {
                "client": "613375a1eab2fe08527f81e2",
                "project": "6266193db77ccc8111730c90",
                "projectFlow": "658ed28b0990f300134d7b78",
                "status": "sent",
                "countryCode": "+1",
                "phone": "1234566663",
                "phoneGateway": "whatsapp",
                "otp": "{{OtpHash}}",
                "expiresAt": "2024-05-29T03:51:26.000Z",
                "phoneData": {
                    "title": "Verifik Client"
                },
                "type": "login",
                "redirectUrl": "https://verifik.co",
                "requires2FA": false,
                "language": "es",
                "_id": "6656a3e6eb43abfd7146abb6",
                "updatedAt": "2024-05-29T03:41:27.009Z",
                "createdAt": "2024-05-29T03:41:27.009Z",
                "__v": 0,
                "new": true,
                "providerConfirmation": {}
            },
            "signature": {
                "dateTime": "May 29, 2024 3:41 AM",
                "message": "Certified by Verifik.co"
            },
            "id": "Y0628"
        }
        """;

    public const string Confirmation = $$"""
        {
            "data": {
                "accessToken": "{{Token}}",
                "tokenType": "bearer"
            }
        }
        """;
}
