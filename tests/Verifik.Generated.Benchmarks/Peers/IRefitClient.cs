using Refit;

namespace Verifik.Benchmarks.Peers;

/// <summary>The two operations as Refit has them.</summary>
public interface IRefitClient
{
    [Post("/v2/projects/phone-login")]
    Task<HandWritten.PhoneLoginResponse> RequestPhoneLoginAsync([Body] HandWritten.PhoneLoginRequest body, CancellationToken cancellationToken = default);

    [Post("/v2/projects/phone-login/confirm")]
    Task<HandWritten.ConfirmPhoneLoginResponse> ConfirmPhoneLoginAsync([Body] HandWritten.PhoneLoginConfirmation body, CancellationToken cancellationToken = default);
}
