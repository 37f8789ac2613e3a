namespace Search.Answering;

/// <summary>Names of the reasons in the public contract.</summary>
public static class DeclineReasonCodes
{
    /// <summary><c>no_evidence</c>, <c>false_premise</c>, <c>out_of_scope</c> or <c>not_a_question</c>.</summary>
    public static string Code(this DeclineReason reason) => reason switch
    {
        DeclineReason.FalsePremise => "false_premise",
        DeclineReason.OutOfScope => "out_of_scope",
        DeclineReason.NotAQuestion => "not_a_question",
        _ => "no_evidence",
    };
}
